using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
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

        var told = await Told();
        var content = Content.Of("offset", offset.Entry.ToString(), offset.Minutes.ToString(CultureInfo.InvariantCulture), offset.Reason.ToString());
        return await About(command, content, by, offset.Entry, (profile, entry) => organisations.MayRun(profile, entry.Organisation) || MayReview(profile, entry),
            (id, book, moment) => Corrected(HourRules.Offset(State, id, by, offset, book, moment), told.Reader, told.Wake));
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
    public async Task<Receipt> Nudge(ActivityId activity)
    {
        if (await activities.Read(activity) is not { Stage: ActivityStage.Ended } ended || !ShiftReader.Came(ended, Me))
        {
            await DurableAsync();
            return new(Outcome.NotFound);
        }

        var receipt = Change(now => HourRules.Nudge(Mine(), activity, hourSettings.At(now)));
        await CommitAsync();
        return receipt;
    }

    // Certificates of corrected hours are superseded: whoever holds them hears of it, in the account that goes on.
    private Receipt Corrected(Receipt receipt, ParticipantId reader, long wake)
    {
        if (receipt.Outcome == Outcome.Done)
        {
            State.Follow([.. NoticeEffects.Wake(reader, wake)]);
        }

        return receipt;
    }

    private async Task<(ParticipantId Reader, long Wake)> Told()
    {
        var reader = State.MergedInto.IsNone ? Me : State.MergedInto;
        return (reader, (await grains.Participant(reader).AsGiver(default)).Wake);
    }

    // A message: a shift that was settled, a make-up that its volunteer confirmed, or a correction that was decided. It is taken in the commit that
    // records it, or alone when there is nothing to record.
    private async Task TakeHours(string entry, string[] message)
    {
        if (!await hours.Waits(entry))
        {
            await DurableAsync();
            return;
        }

        void Take(VolunteerState me)
        {
            if (!me.IsTaking(RoseEffects.Agenda, entry))
            {
                me.Follow(new Take(RoseEffects.Agenda, entry));
            }
        }

        try
        {
            if (message is [_, _, HourEffects.Fix, var number] && CorrectionId.TryParse(number, out var correction))
            {
                await TakeFix(correction, Take);
            }
            else if (await Draft(message) is { } draft && !HourGuard.Refuses(draft.ServiceClass, catalogue) && await hours.Read(draft.Id) is null)
            {
                await Record(draft, Take);
            }
            else
            {
                Change(_ =>
                {
                    Take(Mine());
                    return true;
                });
            }

            await CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    private async Task TakeFix(CorrectionId correction, Action<VolunteerState> take)
    {
        var fix = await grains.Correction(correction).Fix(Me);
        var root = fix is null ? null : await hours.Read(fix.Offset.Entry);
        var id = EntryId(correction.Value, EntryIds.Fix);
        var (reader, wake) = await Told();
        await OnBook(root?.From ?? 0, (book, moment) =>
        {
            if (book.Has(id))
            {
                return new(Outcome.AlreadyDecided);
            }

            take(Mine());
            return fix is null ? new(Outcome.NotFound) : Corrected(HourRules.Offset(State, id, fix.By, fix.Offset, book, moment), reader, wake);
        });
    }

    // One service more, with the questions that it raises.
    private async Task<Receipt> Record(HourDraft draft, Action<VolunteerState> take)
    {
        IReadOnlyList<HoursCaseState> born = [];
        return await OnBook(
            HourCredit.Presence(draft.Proof).From,
            (book, moment) =>
            {
                if (book.Has(draft.Id))
                {
                    return new(Outcome.AlreadyDecided); // and what it was taken from went with it
                }

                take(Mine());
                HourRules.Record(State, draft, book, born, moment);
                return Receipt.Done;
            },
            async book => born = await Unknown(draft, book));
    }

    // Questions about this volunteer that nobody asked before.
    private async Task<IReadOnlyList<HoursCaseState>> Unknown(HourDraft draft, HourBook book)
    {
        var found = new List<HoursCaseState>();
        foreach (var met in HourSignals.Of(draft, book, hourSettings.Options))
        {
            var id = HoursCaseEffects.Id(keys, met.Signal, $"{Me} {met.Period}");
            if (await cases.Read(id) is null)
            {
                found.Add(new() { Id = id, Signal = met.Signal, Volunteer = Me, Measured = met.Measured, Period = met.Period, District = draft.District });
            }
        }

        return found;
    }

    private string? FaultOf(ImportedHours service) =>
        !IsText(service.System) ? "system" : !IsText(service.Row) ? "row" : !IsText(service.Organisation) ? "organisation" : !IsText(service.Title) ? "title"
        : HourGuard.Refuses(service.ServiceClass, catalogue) ? "class"
        : service.District is { } district && !catalogue.HasDistrict(district) ? "district"
        : service.From <= 0 || service.From + service.Minutes * 60_000L > Clock.UtcNow.ToUnixTimeMilliseconds() ? "from"
        : service.Minutes < 1 || service.Minutes > hourSettings.Options.PerRecord ? "minutes" : null;

    private HourDraft DraftOf(ImportedHours service, ParticipantId by) => HourDraft.Of(
        EntryId(new(SHA256.HashData(Encoding.UTF8.GetBytes($"{service.System}\u001f{service.Row}")).AsSpan(0, 16), bigEndian: true), EntryIds.Import), service, by);

    private async Task<HourDraft?> Draft(string[] message)
    {
        if (message is [_, _, HourEffects.Row, var line] && HourRowId.TryParse(line, out var row))
        {
            return await grains.HourRow(row).Agreed(Me) is { } confirmed && FaultOf(confirmed.Service) is null ? DraftOf(confirmed.Service, confirmed.By) : null;
        }

        if (message is [_, _, HourEffects.MakeUp, var number] && MakeUpId.TryParse(number, out var makeUp))
        {
            return await grains.MakeUp(makeUp).Agreed(Me) is { } agreed ? HourDraft.Of(EntryId(makeUp.Value, EntryIds.MakeUp), makeUp, agreed) : null;
        }

        if (message is [_, _, var place, var index] && ActivityId.TryParse(place, out var activity) && int.TryParse(index, CultureInfo.InvariantCulture, out var shift))
        {
            return await grains.Activity(activity).Settled(Me, shift) is { } settled ? HourDraft.Of(EntryId(activity.Value, shift), settled) : null;
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

        var id = EntryId(command.Value, EntryIds.Offset);
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
    private async Task<Receipt> OnBook(long around, Func<HourBook, HourMoment, Receipt> turn, Func<HourBook, Task>? gather = null)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await DurableAsync();
            var seen = State.Hours.Entries;
            var book = new HourBook(await hours.Between(Me, around - HourBook.Window, around + HourBook.Window), seen);
            if (gather is not null)
            {
                await gather(book);
            }

            if (Change(now => State.Hours.Entries == book.Seen ? turn(book, hourSettings.At(now)) : null) is { } receipt)
            {
                return receipt;
            }
        }

        throw new LedgerBusyException();
    }

    private ServiceRecordId EntryId(Guid source, int what) => new(keys.Born(Me.Value, source, what));

    private static bool MayReview(Profile profile, ServiceRecord entry) => profile.May(Role.HoursReviewer, entry.District ?? "");

    private static bool IsText(string? text) => MessageText.Validate(text, LongestText) == MessageTextError.None;

    /// <summary>What an entry's id was derived for; a shift's number, which is above zero, for an attended one.</summary>
    private static class EntryIds
    {
        public const int MakeUp = -1, Offset = -2, Import = -3, Fix = -4;
    }
}
