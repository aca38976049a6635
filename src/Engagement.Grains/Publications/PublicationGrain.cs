using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Participants;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Publications;

/// <inheritdoc cref="IPublicationGrain"/>
/// <remarks>Not reentrant: what is laid down is read for the edition that it replaces.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed class PublicationGrain(
    [PersistentState(PublicationState.Kind, LedgerStorage.Name)] IPersistentState<PublicationState> publication,
    CampaignSettings settings, Cell cell, CellGrains grains, CellKeys keys, CellSigner signer, SnapshotTaker taker, PublicationReader reader,
    StaffReader staff, IOptions<BoardOptions> options) : LedgerGrain<PublicationState>(publication, settings.Clock), IPublicationGrain
{
    private const int MaxNote = 200;

    private PublicationPeriod Period => PublicationPeriod.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var period)
        ? period : throw new ArgumentException("The grain key names no period.");

    /// <inheritdoc/>
    public async Task Begin()
    {
        if (!Exists)
        {
            var couriers = await taker.CouriersNow();
            Change(_ =>
            {
                PublicationRules.Begin(State, Period, Period.Until(settings.Campaign), couriers);
                return true;
            });
        }

        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task<Receipt> Object(CommandId command, ParticipantId by, BoardObjection objection)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var note = objection.Note?.Trim() is { Length: > 0 } said ? said : null;
        var fault = !Boards.Published.Contains(objection.Board) ? "board"
            : objection.Ground == ObjectionGround.None || !Enum.IsDefined(objection.Ground) ? "ground"
            : note is not null && MessageText.Validate(note, MaxNote) != MessageTextError.None ? "note"
            : null;
        if (fault is not null)
        {
            return new(Outcome.Invalid, fault);
        }

        var person = grains.Participant(by);
        var (self, writer) = (await person.Self(), await person.Writer());
        if (self.Profile is not { } profile || writer.Salt is not { } salt)
        {
            return new(Outcome.SignInRequired);
        }

        if (BoardUnits.Of(objection.Board, profile) is not { } unit)
        {
            return new(Outcome.Forbidden);
        }

        var kept = new Objection { By = by, Board = objection.Board, Member = unit, Ground = objection.Ground, Note = note is null ? null : keys.Seal(note, salt) };
        var content = Content.Of("object", objection.Board, objection.Ground.ToString(), note);
        return await Act(now => PublicationRules.Object(State, command, content, kept, now, Clock.RealNow));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, ParticipantId by, int objection, bool upheld, string reason)
    {
        if (!IsReason(reason))
        {
            return await Refused("reason");
        }

        var wake = State.Objections?.ElementAtOrDefault(objection - 1) is { } said ? (await grains.Participant(said.By).AsGiver(by)).Wake : 0;
        return await Act(now => PublicationRules.Decide(State, command, by, objection, upheld, reason.Trim(), now, Clock.RealNow, wake));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Propose(CommandId command, ParticipantId by, string reason)
    {
        reason = reason.Trim();
        if (reason.Length > 0 && !IsReason(reason))
        {
            return await Refused("reason");
        }

        byte[] body = [];
        var differs = false;
        if (Exists && PublicationRules.NotYet(State, Clock.UtcNow) is null)
        {
            var latest = State.Latest!;
            var snapshot = await taker.Take(Period, State.Couriers ?? [], latest, reason);
            differs = SnapshotChange.Between(SnapshotFormat.Read(await reader.Body(State.Period, latest)), snapshot).Count > 0;
            body = SnapshotFormat.Write(snapshot);
        }

        return await Act(now => PublicationRules.Propose(State, command, by, reason, body, differs, now, Clock.RealNow));
    }

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(CommandId command, ParticipantId by, string hash) =>
        Act(now => PublicationRules.Withdraw(State, command, by, hash, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<Receipt> Confirm(CommandId command, ParticipantId by, string hash)
    {
        var several = (await staff.Operators()).Any(other => other != by);
        var signature = State.Proposed is { } proposed && proposed.Hash == hash ? signer.Sign(await reader.Body(State.Period, proposed)) : null;
        return await Act(now => PublicationRules.Confirm(State, command, by, hash, several, signature, signer.PublicKey, now, Clock.RealNow));
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists || State.Stage != PublicationStage.Running || Clock.UtcNow.ToUnixTimeMilliseconds() < State.Due)
        {
            await (Exists ? TrueAsync() : Task.FromResult(Nothing(true)));
            return;
        }

        if (!Period.IsAll && Period.Next.From(settings.Campaign) < settings.Campaign.End)
        {
            await grains.Publication(Period.Next).Begin(); // before this one ends: a chain that no crash breaks
        }

        var couriers = await taker.Couriers(State);
        var body = SnapshotFormat.Write(await taker.Take(Period, couriers, null, null));
        Change(now =>
        {
            PublicationRules.Close(State, body, couriers, TimeSpan.FromHours(options.Value.FreezeHours), now);
            return true;
        });
        await CommitAsync();
    }

    private async Task<Receipt> Act(Func<DateTimeOffset, Receipt> rule)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var receipt = Change(rule);
        await CommitAsync();
        return receipt;
    }

    private async Task<Receipt> Refused(string field)
    {
        await TrueAsync();
        return Exists ? new(Outcome.Invalid, field) : Nothing(new Receipt(Outcome.NotFound));
    }

    private static bool IsReason(string reason) => MessageText.Validate(reason.Trim(), MaxNote) == MessageTextError.None;
}
