using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Nominations;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Participants;

/// <inheritdoc cref="IParticipantGrain"/>
[Reentrant]
public sealed partial class ParticipantGrain(
    [PersistentState(ParticipantState.Kind, LedgerStorage.Name)] IPersistentState<ParticipantState> person,
    CampaignSettings settings, LetterWriter letters, CellKeys keys, Cell cell, RoseReader roses, ICatalogue catalogue, IMessageModerator moderator,
    IOptions<BouquetOptions> bouquets, BouquetReader bouquetReader, IGrainFactory grains, NoticeTimes times, ITextChecks checks,
    StaffReader staff, IOptions<OperatorOptions> operators, IOptions<NominationOptions> nominations) : LedgerGrain<ParticipantState>(person, settings.Clock), IParticipantGrain
{
    private static readonly Receipt NoAccount = new(Outcome.SignInRequired);

    /// <inheritdoc/>
    public async Task<ParticipantSelf> Self()
    {
        if (!State.IsOpen)
        {
            await TrueAsync();
            return Exists ? new(false) : Nothing(new ParticipantSelf(false));
        }

        var now = settings.Clock.UtcNow;
        var day = ShanghaiDay.Of(now);
        var self = new ParticipantSelf(true, settings.PerDay(day), State.Purse.RemainingOn(day, settings.PerDay(day)),
            ShanghaiDay.End(day), (int)State.Purse.Budget, ProfileNow(), State.Purse.RestoredOn(day));
        await TrueAsync();
        return self;
    }

    /// <inheritdoc/>
    public async Task<bool> IsOpen()
    {
        var open = State.IsOpen;
        await DurableAsync();
        return Exists ? open : Nothing(false);
    }

    /// <inheritdoc/>
    public async Task<WriterCard> Writer()
    {
        var writer = new WriterCard(State.IsOpen ? State.Salt : null, IsChecked);
        await DurableAsync();
        return Exists ? writer : Nothing(writer);
    }

    /// <inheritdoc/>
    public Task<bool> Link(string identity) => Link(identity, union: false);

    /// <inheritdoc/>
    public Task<bool> LinkUnion(string union) => Link(union, union: true);

    /// <inheritdoc/>
    public async Task<GiverCard> AsGiver(ParticipantId taker)
    {
        var card = new GiverCard(State.Blocked?.Contains(taker) == true, State.Units, Wake());
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task<AddresseeCard> AsAddressee(ParticipantId giver)
    {
        var card = new AddresseeCard(State.IsOpen, State.Blocked?.Contains(giver) == true, State.Reach, State.Units, Wake());
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Grant(CommandId command, ParticipantId by, int roses, string reason)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        if (roses is < 1 or > 1_000_000)
        {
            return new(Outcome.Invalid, "roses");
        }

        var outcome = Change(now => ParticipantRules.Grant(State, command, by, roses, reason, settings.At(now), Wake()));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        var parts = entry.Split(':');
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        if (parts is ["affiliate", ..])
        {
            var courier = await grains.GetGrain<ICourierGrain>(cell.GrainKey(parts[1])).Affiliation();
            await RunOnceAsync(now => ParticipantRules.Affiliate(State, entry, courier, settings.At(now)));
            return;
        }

        if (parts is not (["restore", _, _] or ["leftover", _, _, _, _]))
        {
            return;
        }

        await RunOnceAsync(now =>
        {
            if (parts is ["leftover", _, _, var roses, var source])
            {
                ParticipantRules.Leftover(State, entry, int.Parse(roses, CultureInfo.InvariantCulture), source == "budget", settings.At(now), Wake());
            }
            else
            {
                ParticipantRules.Restore(State, entry, settings.At(now), Wake());
            }
        });
    }

    private async Task<bool> Link(string identity, bool union)
    {
        if (!Exists)
        {
            return Nothing(false);
        }

        var open = Change(_ => ParticipantRules.Link(State, identity, union));
        await CommitAsync();
        return open;
    }

    private Profile ProfileNow()
    {
        var own = State.Name is { } sealedName ? keys.Open(sealedName, State.Salt) : null;
        return new(State.NameState == TextState.Shown ? own : null, own, State.NameState == TextState.Held, State.ShowName, State.Units,
            State.Reach, State.OnBoards, State.Blocked?.ToArray() ?? [], State.IsOperator || operators.Value.Names(State.Id), State.ConsentVersion, State.Unseen?.ToArray() ?? [], State.Asked, State.Joined,
            State.Roles?.ToArray(), State.OnCourierBoard, State.OnHoursBoard);
    }
}
