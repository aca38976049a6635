using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Hours;

/// <summary>The rules of a volunteer's ledger: pure and synchronous. Entries are born here and nowhere else, and nothing ever writes one again.</summary>
internal static class HourRules
{
    /// <summary>Records service: counted by the server, or held when the volunteer was somewhere else at the same time.</summary>
    /// <param name="me">Whose.</param>
    /// <param name="draft">The service.</param>
    /// <param name="book">The entries around it.</param>
    /// <param name="cases">Cases that are born with it.</param>
    /// <param name="moment">Now.</param>
    public static ServiceRecord Record(VolunteerState me, HourDraft draft, HourBook book, IReadOnlyList<HoursCaseState> cases, HourMoment moment)
    {
        var presence = HourCredit.Presence(draft.Proof);
        var alone = HourCredit.Count(presence, [], moment.Options);
        var held = alone.Count > 0 && book.Standing().Any(line => line.Presence.Meets(presence));
        var counted = held ? [] : HourCredit.Count(presence, book.Standing(), moment.Options);
        var entry = Append(me, new(
            draft.Id, me.Id, 0, draft.Class, counted.Sum(span => span.Minutes), draft.Organisation, draft.Activity, draft.Title, draft.ServiceClass, draft.District,
            presence.From, presence.To, 0, default, draft.Origin is not null, "")
        {
            Kind = draft.Kind, Shift = draft.Shift, Pending = held ? alone.Sum(span => span.Minutes) : 0, Counted = counted, Proof = draft.Proof, By = draft.By,
            Origin = draft.Origin,
        }, moment);
        HourCommands.Differ(me, () =>
        {
            me.Nudges.RemoveAll(nudge => nudge.Activity == entry.Activity); // it is settled
            if (held)
            {
                me.Held.Add(new(entry.Id, entry.RecordedAt, entry.District));
            }
        });

        foreach (var born in cases)
        {
            me.Follow(HoursCaseRules.Birth(born, moment));
        }

        if (!draft.Activity.IsNone)
        {
            me.Follow(HourEffects.Watch(draft.Activity));
        }

        return entry;
    }

    /// <summary>A correction: the entry stays, and what counts of it stays between nothing and what the server counted.</summary>
    public static Receipt Offset(VolunteerState me, ServiceRecordId id, ParticipantId by, OffsetHours offset, HourBook book, HourMoment moment)
    {
        if (book.Of(offset.Entry) is not { } line)
        {
            return new(Outcome.Invalid, "entry");
        }

        if (offset.Minutes == 0 || line.Net + offset.Minutes < 0 || line.Net + offset.Minutes > line.Full)
        {
            return new(Outcome.Invalid, "minutes");
        }

        // What counted nothing left its time to others, who may have it now.
        if (line.Net == 0 && !HourCredit.Fits(line.Spans, book.Standing(offset.Entry), moment.Options))
        {
            return new(Outcome.AlreadyClaimed);
        }

        Append(me, About(line.Root, id, EntryKind.Offset, by, offset.Reason) with { Minutes = offset.Minutes, CountedAt = line.CountedAt }, moment);
        me.Follow(HourCommands.Audit(moment, "hours.offset", offset.Entry.ToString(), by, $"{offset.Minutes} {offset.Reason}"));
        return Receipt.Done;
    }

    /// <summary>A reviewer decides about what was held: it counts as far as nothing else counts at that time, or not at all.</summary>
    public static Receipt Decide(VolunteerState me, ServiceRecordId id, ParticipantId by, DecideHeld decision, HourBook book, HourMoment moment)
    {
        if (book.Of(decision.Entry) is not { } line || line.Root.Pending == 0)
        {
            return new(Outcome.Invalid, "entry");
        }

        if (line.Pending == 0)
        {
            return new(Outcome.AlreadyDecided);
        }

        var counted = decision.Counts ? HourCredit.Count(line.Presence, book.Standing(decision.Entry), moment.Options) : [];
        Append(me, About(line.Root, id, decision.Counts ? EntryKind.Released : EntryKind.NotReleased, by, decision.Reason) with
        {
            Minutes = counted.Sum(span => span.Minutes), Counted = counted, Pending = -line.Pending,
        }, moment);
        HourCommands.Differ(me, () => me.Held.RemoveAll(held => held.Entry == decision.Entry));
        me.Follow(HourCommands.Audit(moment, decision.Counts ? "hours.release" : "hours.refuse", decision.Entry.ToString(), by, $"{decision.Reason}"));
        return Receipt.Done;
    }

    /// <summary>The volunteer asks the organisers of an activity to settle it, once a day.</summary>
    public static Receipt Nudge(VolunteerState me, ActivityId activity, HourMoment moment)
    {
        var day = ShanghaiDay.Of(moment.Now);
        if (me.Nudges.Exists(nudge => nudge.Activity == activity && nudge.Day == day))
        {
            return new(Outcome.DailyLimit);
        }

        HourCommands.Differ(me, () =>
        {
            me.Nudges.RemoveAll(nudge => nudge.Activity == activity);
            me.Nudges.Add(new(activity, day));
            if (me.Nudges.Count > VolunteerState.NudgesKept)
            {
                me.Nudges.RemoveAt(0);
            }
        });
        return Receipt.Done;
    }

    private static ServiceRecord About(ServiceRecord root, ServiceRecordId id, EntryKind kind, ParticipantId by, HourReason reason) => root with
    {
        Id = id, Kind = kind, Offsets = root.Id, By = by, Reason = reason, Minutes = 0, Pending = 0, Counted = [], Proof = null, CountedAt = 0,
        EnteredBy = HourEffects.EnteredBy(root),
    };

    private static ServiceRecord Append(VolunteerState me, ServiceRecord entry, HourMoment moment)
    {
        entry = HourChain.Link(entry with { Volunteer = me.Id, Number = me.Hours.Entries + 1, RecordedAt = moment.Milliseconds, Second = moment.Second, Previous = me.Head });
        (me.Hours, me.Head) = (HourSums.Plus(me.Hours, entry), entry.Hash);
        me.Follow([new Birth(ServiceState.Kind, entry.Id.ToString(), new ServiceState { Entry = entry }), .. HourEffects.Of(entry)]);
        return entry;
    }
}
