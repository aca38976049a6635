using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Records;

/// <summary>The rules of a civic-behaviour record: pure and synchronous.</summary>
public static class RecordRules
{
    /// <summary>
    /// Whether an act may stand in a record: a lawful kind (bravery, volunteering, charity: article 29), confirmed by staff or by two
    /// sources, and neither hidden nor taken out by whom it is about.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="kind">Its entry of the catalogue; null for one that is gone.</param>
    /// <param name="level">Lowest level; below E2 nothing enters, whatever it says.</param>
    /// <param name="record">The person's choices.</param>
    public static bool Shows(CivicActState act, ActKind? kind, EvidenceLevel level, CivicRecordState record) =>
        Enters(act, kind, level) && !act.Hidden && act.Courier == record.Id && record is { ConsentAt: > 0, Erased: false };

    /// <summary>The same before the person's own hand: what they may hide, take out and ask to correct.</summary>
    public static bool Enters(CivicActState act, ActKind? kind, EvidenceLevel level) =>
        kind is { Record: true } && act.Review is (ActReview.Accepted or ActReview.SecondLook) && act.Level >= EvidenceLevel.E2 && act.Level >= level;

    /// <summary>Whether a link is open.</summary>
    internal static bool IsOpen(RecordShare share, DateTimeOffset now) => now.ToUnixTimeMilliseconds() < share.Until;

    internal static Outcome Consent(CivicRecordState record, CommandId command, bool agree, DateTimeOffset now, DateTimeOffset real) =>
        Once(record, command, Content.Of("consent", agree ? "1" : "0"), now, real, () =>
        {
            if (agree)
            {
                record.ConsentAt = record.ConsentAt == 0 ? now.ToUnixTimeMilliseconds() : record.ConsentAt;
            }
            else
            {
                (record.ConsentAt, record.Shares, record.Requests) = (0, null, null);
            }

            return Outcome.Done;
        });

    internal static Outcome Remove(CivicRecordState record, CommandId command, CivicActId act, DateTimeOffset now, DateTimeOffset real) =>
        Once(record, command, Content.Of("remove", act.ToString()), now, real, () =>
        {
            if (record.Removed?.Contains(act) == true)
            {
                return Outcome.Done;
            }

            if (record.Removed?.Count >= CivicRecordState.MaxRemoved)
            {
                return Outcome.AllowanceUsed;
            }

            (record.Removed ??= []).Add(act);
            return Outcome.Done;
        });

    internal static Outcome Share(CivicRecordState record, CommandId command, Guid id, int hours, DateTimeOffset now, DateTimeOffset real) =>
        Once(record, command, Content.Of("share", $"{hours}"), now, real, () =>
        {
            if (record.ConsentAt == 0)
            {
                return Outcome.Forbidden;
            }

            if (record.Shares?.Count(share => IsOpen(share, now)) >= CivicRecordState.MaxShares)
            {
                return Outcome.AllowanceUsed;
            }

            (record.Shares ??= []).Add(new(id, ++record.ShareCount, now.ToUnixTimeMilliseconds(), now.AddHours(hours).ToUnixTimeMilliseconds()));
            return Outcome.Done;
        });

    internal static Outcome EndShare(CivicRecordState record, CommandId command, int number, DateTimeOffset now, DateTimeOffset real) =>
        Once(record, command, Content.Of("end", $"{number}"), now, real, () =>
        {
            record.Shares?.RemoveAll(share => share.Number == number);
            return Outcome.Done;
        });

    internal static Outcome Ask(CivicRecordState record, CommandId command, ulong content, RecordCorrection correction, byte[]? note, DateTimeOffset now, DateTimeOffset real) =>
        Once(record, command, content, now, real, () =>
        {
            if (record.ConsentAt == 0)
            {
                return Outcome.Forbidden;
            }

            record.Requests ??= [];
            if (record.Requests.Count(request => request.State == CorrectionState.Open) >= CivicRecordState.MaxOpen)
            {
                return Outcome.DailyLimit;
            }

            record.Requests.Add(new(++record.RequestCount, correction.Act, correction.Fault, note, now.ToUnixTimeMilliseconds()));
            while (record.Requests.Count > CivicRecordState.MaxRequests)
            {
                record.Requests.RemoveAt(record.Requests.FindIndex(request => request.State != CorrectionState.Open));
            }

            return Outcome.Done;
        });

    internal static Outcome Answer(
        CivicRecordState record, CommandId command, ParticipantId by, int number, bool corrected, string reason, DateTimeOffset now, DateTimeOffset real, long wake = 0) =>
        Once(record, command, Content.Of("answer", $"{number}", corrected ? "1" : "0", reason), now, real, () =>
        {
            var at = record.Requests?.FindIndex(request => request.Number == number) ?? -1;
            if (at < 0)
            {
                return Outcome.NotFound;
            }

            var request = record.Requests![at];
            if (request.State != CorrectionState.Open)
            {
                return Outcome.AlreadyDecided;
            }

            record.Requests[at] = request with { State = corrected ? CorrectionState.Corrected : CorrectionState.Declined, Answer = reason, AnsweredAt = now.ToUnixTimeMilliseconds() };
            record.Follow([.. NoticeEffects.Wake(record.Id, wake)]);
            record.Follow(new Append("audit", AuditEntry.Of(now, corrected ? "record.correct" : "record.decline", $"{record.Id}:{number}", by, reason)));
            return Outcome.Done;
        });

    internal static void Forget(CivicRecordState record)
    {
        var before = record.Derived().ToArray();
        (record.ConsentAt, record.Shares, record.Requests, record.Removed, record.Erased) = (0, null, null, null, true);
        record.Commands = new();
        record.Follow([.. ActEffects.Between(before, [.. record.Derived()])]);
    }

    // Every command: known ones answer as before; links whose time is over go; what changed follows from what the record stood for.
    private static Outcome Once(CivicRecordState record, CommandId command, ulong content, DateTimeOffset now, DateTimeOffset real, Func<Outcome> rule)
    {
        if (record.Erased)
        {
            return Outcome.SignInRequired;
        }

        if (record.Commands.Seen(command, content, real) is { } seen)
        {
            return seen.Outcome;
        }

        var before = record.Derived().ToArray();
        var outcome = rule();
        if (outcome == Outcome.Done)
        {
            record.Shares?.RemoveAll(share => !IsOpen(share, now));
            record.Commands.Keep(command, content, 0, real);
            record.Follow([.. ActEffects.Between(before, [.. record.Derived()])]);
        }

        return outcome;
    }
}
