using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    private const int Tries = 64;
    private const int LongestText = 60;

    /// <inheritdoc/>
    public async Task<HourTotals> Hours()
    {
        var totals = State.Locked > 0 ? new() : State.Hours;
        await TrueAsync();
        return Exists ? totals : Nothing(totals);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Offset(CommandId command, ParticipantId by, OffsetHours offset)
    {
        if (!Enum.IsDefined(offset.Reason) || offset.Reason == HourReason.None)
        {
            return new(Outcome.Invalid, "reason");
        }

        var content = Content.Of("offset", offset.Entry.ToString(), offset.Minutes.ToString(CultureInfo.InvariantCulture), offset.Reason.ToString());
        return await About(command, content, by, offset.Entry, (profile, entry) => profile.May(Role.Organiser, entry.Organisation) || MayReview(profile, entry),
            (id, book, moment) => HourRules.Offset(State, id, by, offset, book, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> DecideHeld(CommandId command, ParticipantId by, DecideHeld decision)
    {
        if (!Enum.IsDefined(decision.Reason) || decision.Reason == HourReason.None)
        {
            return new(Outcome.Invalid, "reason");
        }

        var content = Content.Of("held", decision.Entry.ToString(), decision.Counts ? "1" : "0", decision.Reason.ToString());
        return await About(command, content, by, decision.Entry, MayReview, (id, book, moment) => HourRules.Decide(State, id, by, decision, book, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> TakeIn(ParticipantId by, ImportedHours hours)
    {
        var fault = !IsText(hours.System) ? "system" : !IsText(hours.Row) ? "row" : !IsText(hours.Organisation) ? "organisation" : !IsText(hours.Title) ? "title"
            : HourGuard.Refuses(hours.ServiceClass, catalogue) ? "class"
            : hours.District is { } district && !catalogue.HasDistrict(district) ? "district"
            : hours.From <= 0 || hours.From + hours.Minutes * 60_000L > Clock.UtcNow.ToUnixTimeMilliseconds() ? "from"
            : hours.Minutes < 1 || hours.Minutes > hourSettings.Options.PerRecord ? "minutes" : null;
        if (fault is not null)
        {
            return new(Outcome.Invalid, fault);
        }

        var end = hours.From + hours.Minutes * 60_000L;
        var draft = new HourDraft(
            new(keys.Born(Me.Value, new(SHA256.HashData(Encoding.UTF8.GetBytes($"{hours.System}\u001f{hours.Row}")).AsSpan(0, 16), bigEndian: true), EntryIds.Import)),
            EntryKind.Imported, HourClass.Honour, hours.Organisation, default, 0, hours.Title, hours.ServiceClass, hours.District,
            new(hours.From, end, hours.From, end))
        {
            Origin = hours.System, By = by,
        };
        if (await this.hours.Read(draft.Id) is not null)
        {
            await DurableAsync();
            return new(Outcome.AlreadyDecided);
        }

        var receipt = await OnBook(hours.From, (book, moment) =>
        {
            HourRules.Record(MyHours(), draft, book, moment);
            return Receipt.Done;
        });
        await CommitAsync();
        return receipt;
    }

    // A message: a shift that was settled, or a make-up that its volunteer confirmed. It is taken in the commit that records it, or alone when there is nothing to record.
    private async Task TakeHours(string entry, string[] message)
    {
        var draft = await Draft(message);
        var nothing = draft is null || HourGuard.Refuses(draft.ServiceClass, catalogue) || await hours.Read(draft.Id) is not null;
        try
        {
            await OnBook(draft is null ? 0 : HourCredit.Presence(draft.Proof).From, (book, moment) =>
            {
                if (State.IsTaking(RoseEffects.Agenda, entry))
                {
                    return Receipt.Done;
                }

                MyHours().Follow(new Take(RoseEffects.Agenda, entry));
                if (!nothing)
                {
                    HourRules.Record(State, draft!, book, moment);
                }

                return Receipt.Done;
            });
            await CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    private async Task<HourDraft?> Draft(string[] message)
    {
        if (message is [_, _, HourEffects.MakeUp, var number] && MakeUpId.TryParse(number, out var makeUp))
        {
            return await grains.MakeUp(makeUp).Agreed(Me) is { } agreed ? HourDraft.Of(new(keys.Born(Me.Value, makeUp.Value, EntryIds.MakeUp)), makeUp, agreed) : null;
        }

        return null;
    }

    // A command of an operator about one entry.
    private async Task<Receipt> About(
        CommandId command, ulong content, ParticipantId by, ServiceRecordId about, Func<Profile, ServiceRecord, bool> may,
        Func<ServiceRecordId, HourBook, HourMoment, Receipt> rule)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var (entry, profile) = (await hours.Read(about), (await grains.Participant(by).Self()).Profile);
        if (entry is null || entry.Volunteer != Me)
        {
            await DurableAsync();
            return new(Outcome.NotFound);
        }

        if (by == Me || profile is null || !may(profile, entry))
        {
            await DurableAsync();
            return new(Outcome.Forbidden);
        }

        var id = new ServiceRecordId(keys.Born(by.Value, command.Value, EntryIds.Offset));
        var receipt = await OnBook(entry.From, (book, moment) =>
        {
            if (State.Commands.Seen(command, content, moment.Real) is { } seen)
            {
                return new(seen.Outcome);
            }

            if (State.Commands.MayHaveDropped(command))
            {
                return new(Outcome.TooOld);
            }

            var done = rule(id, book, moment);
            if (done.Outcome == Outcome.Done)
            {
                State.Commands.Keep(command, content, 0, moment.Real);
            }

            return done;
        });
        await CommitAsync();
        return receipt;
    }

    // One turn on entries that were read when nothing was on its way and that are still all there are.
    private async Task<Receipt> OnBook(long around, Func<HourBook, HourMoment, Receipt> turn)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await DurableAsync();
            var seen = State.Hours.Entries;
            var book = new HourBook(await hours.Between(Me, around - HourBook.Window, around + HourBook.Window), seen);
            if (Change(now => State.Hours.Entries == book.Seen ? turn(book, hourSettings.At(now)) : null) is { } receipt)
            {
                return receipt;
            }
        }

        throw new LedgerBusyException();
    }

    // Only inside a turn: the first change of a record names whose it is.
    private VolunteerState MyHours()
    {
        State.Id = Me;
        return State;
    }

    private static bool MayReview(Profile profile, ServiceRecord entry) => profile.May(Role.HoursReviewer, entry.District ?? "");

    private static bool IsText(string? text) => MessageText.Validate(text, LongestText) == MessageTextError.None;

    /// <summary>Numbers that tell what an id was derived for.</summary>
    private static class EntryIds
    {
        public const int MakeUp = -1, Offset = -2, Import = -3;
    }
}
