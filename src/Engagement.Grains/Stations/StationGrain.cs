using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Stations;

/// <inheritdoc cref="IStationGrain"/>
[Reentrant]
public sealed class StationGrain(
    [PersistentState(StationState.Kind, LedgerStorage.Name)] IPersistentState<StationState> station,
    CampaignSettings settings, CellKeys keys, Cell cell, CellGrains grains, ICatalogue catalogue, StationCodes codes, RoseReader roses,
    IOptions<StationOptions> options) : LedgerGrain<StationState>(station, settings.Clock), IStationGrain
{
    /// <summary>Characters of a name.</summary>
    public const int MaxName = 24;

    private const int MostSupplied = 10_000, MostCounted = 100_000, TodaysRose = 1_000_000;

    /// <inheritdoc/>
    public async Task<StationView> Show()
    {
        var view = Exists
            ? new StationView(true, State.Place.Name, State.Place.Kind, State.Place.District, !State.Closed, State.Stock, State.HandedOut, State.Keeper,
                DateTimeOffset.FromUnixTimeMilliseconds(State.Since), [.. State.Shifts.AsEnumerable().Reverse()])
            : new(false);
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Open(CommandId command, ParticipantId by, OpenStation place)
    {
        var field = MessageText.Validate(place.Name, MaxName) != MessageTextError.None ? "name"
            : !Enum.IsDefined(place.Kind) ? "kind"
            : !catalogue.HasDistrict(place.District) ? "district"
            : !catalogue.HasPreset(place.Reason, place.Preset) ? "preset"
            : null;
        if (field is not null || !StationId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return Nothing(new Receipt(Outcome.Invalid, field ?? "id"));
        }

        var outcome = Change(now => StationRules.Open(State, id, command, by, place, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public Task<Receipt> Switch(CommandId command, ParticipantId by, bool open, string reason) =>
        Act(moment => StationRules.Switch(State, command, by, open, reason, moment));

    /// <inheritdoc/>
    public Task<Receipt> Supply(CommandId command, ParticipantId by, int roses, string reason) => roses is >= 1 and <= MostSupplied
        ? Act(moment => StationRules.Supply(State, command, by, roses, reason, moment))
        : Task.FromResult(new Receipt(Outcome.Invalid, "roses"));

    /// <inheritdoc/>
    public Task<Receipt> BeginShift(CommandId command, ParticipantId by, int counted) => counted is >= 0 and <= MostCounted
        ? Act(moment => StationRules.Begin(State, command, by, counted, moment))
        : Task.FromResult(new Receipt(Outcome.Invalid, "counted"));

    /// <inheritdoc/>
    public Task<Receipt> EndShift(CommandId command, ParticipantId by, int counted) => counted is >= 0 and <= MostCounted
        ? Act(moment => StationRules.End(State, command, by, counted, moment))
        : Task.FromResult(new Receipt(Outcome.Invalid, "counted"));

    /// <inheritdoc/>
    public async Task<StationCode?> Code(ParticipantId keeper)
    {
        var window = codes.WindowOf(Clock.UtcNow);
        var code = State.IsManned && State.Keeper == keeper ? new StationCode(codes.Of(State.Id, window), codes.Begin(window + 1), State.Stock) : null;
        await DurableAsync();
        return Exists ? code : Nothing(code);
    }

    /// <inheritdoc/>
    public async Task<CodeCheck> Check(string code)
    {
        var now = Clock.UtcNow;
        var (outcome, window) = Exists ? codes.Read(State.Id, code, now) : (Outcome.NotFound, 0);
        var check = outcome == Outcome.Expired ? new CodeCheck(outcome, new(State.Id, window, 0))
            : outcome != Outcome.Done ? new(outcome)
            : !State.IsManned ? new(Outcome.SwitchedOff)
            : new(Outcome.Done, new(State.Id, window, now.ToUnixTimeMilliseconds()));
        await DurableAsync();
        return Exists ? check : Nothing(check);
    }

    /// <inheritdoc/>
    public async Task<HandOutReceipt> HandOut(CommandId command, ParticipantId by, StationPass pass)
    {
        if (!Exists)
        {
            return Nothing(new HandOutReceipt(Outcome.NotFound));
        }

        // One rose a person and day, wherever they take it: its id follows from both, so a second one meets the first at its birth.
        // The day is that of the code, so that a retry after midnight meets the same rose.
        var day = ShanghaiDay.Of(codes.Begin(pass.Window));
        var rose = new RoseId(keys.Born(by.Value, new Guid(day, 0, 0, new byte[8]), TodaysRose));
        var content = Content.Of("station", pass.Station.ToString());
        var open = await grains.Participant(by).IsOpen();
        if (open && await roses.Read(rose) is { } born)
        {
            await DurableAsync();
            var same = born.Sender == State.Id.InChains && born.Commands.Seen(command, content, Clock.RealNow)?.Outcome == Outcome.Done;
            return new(same ? Outcome.Done : Outcome.DailyLimit, rose);
        }

        var outcome = Change(now => open ? StationRules.HandOut(State, command, content, by, pass, rose, options.Value, settings.At(now)) : Outcome.SignInRequired);
        await CommitAsync();
        return new(outcome, outcome is Outcome.Done or Outcome.DailyLimit ? rose : default);
    }

    /// <inheritdoc/>
    public async Task<HandOutReceipt> TakeLeft(CommandId command, ParticipantId by, RoseId rose, StationPass pass)
    {
        if (!Exists)
        {
            return Nothing(new HandOutReceipt(Outcome.NotFound));
        }

        var open = await grains.Participant(by).IsOpen();
        var (admitted, isNew) = Change(now => open ? StationRules.Admit(State, command, by, rose, pass, options.Value, settings.At(now)) : (Outcome.SignInRequired, false));
        await CommitAsync();
        if (admitted != Outcome.Done)
        {
            return new(admitted, admitted == Outcome.DailyLimit ? State.Visitors.Find(visitor => visitor.Who == by).Rose : default);
        }

        var taken = (await grains.Rose(rose).TakeLeft(rose, command, by, State.Id, State.Place)).Outcome;
        if (taken != Outcome.Done && isNew)
        {
            Change(_ =>
            {
                StationRules.Release(State, by, rose);
                return true;
            });
            await CommitAsync();
        }

        return new(taken, taken == Outcome.Done ? rose : default);
    }

    private async Task<Receipt> Act(Func<Moment, Outcome> rule)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => rule(settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }
}
