using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>The rules of one ID number: one account at a time, and how it passes to another. Pure and synchronous.</summary>
internal static class RealNameRules
{
    /// <summary>The account takes the number.</summary>
    public static Outcome Take(RealNameState record, RealNameKey id, ParticipantId owner, RealNameKey name, Moment moment)
    {
        if (!record.Owner.IsNone && record.Owner != owner)
        {
            return Outcome.IdentityTaken;
        }

        (record.Id, record.Owner, record.Name, record.TakenAt) = (id, owner, name, moment.Milliseconds);
        record.Touch();
        return Outcome.Done;
    }

    /// <summary>Somebody who proves name and number asks to be joined with the owner's account.</summary>
    /// <param name="record">The number's record.</param>
    /// <param name="command">The claimant's key.</param>
    /// <param name="claimant">Who asks.</param>
    /// <param name="name">HMAC of the name.</param>
    /// <param name="at">Unix milliseconds at which the claimant kept the claim, by their own record: tells one claim from the next.</param>
    /// <param name="wake">When the owner's notices are to be looked at; 0 for not at all.</param>
    /// <param name="moment">Now.</param>
    public static Outcome Claim(RealNameState record, CommandId command, ParticipantId claimant, RealNameKey name, long at, long wake, Moment moment)
    {
        if (record.Claimant == claimant)
        {
            record.ClaimedAt = at; // what declines it must name the claim that is kept now
            record.Touch();
            return Outcome.Done;
        }

        if (record.Owner == claimant)
        {
            return Outcome.Done; // it was joined, and the message that says so needs the claim
        }

        var content = Content.Of("claim", claimant.ToString());
        if (record.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome == Outcome.Done ? Outcome.AlreadyDecided : seen.Outcome; // declined since
        }

        if (record.Owner.IsNone || record.Name != name)
        {
            return Outcome.NotFound;
        }

        if (!record.Claimant.IsNone)
        {
            return Outcome.AlreadyClaimed; // one at a time: whoever decides must know between whom
        }

        (record.Claimant, record.ClaimedAt) = (claimant, at);
        record.Follow([.. record.Derived(), Audit("merge.claim", record, claimant, "", moment), .. NoticeEffects.Wake(record.Owner, wake)]);
        record.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>The owner says yes or no.</summary>
    public static Outcome Answer(RealNameState record, CommandId command, ParticipantId owner, bool join, Moment moment)
    {
        var content = Content.Of("answer", owner.ToString(), join ? "1" : "0");
        if (record.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (record.Claimant.IsNone || record.Owner != owner)
        {
            return Outcome.NotFound;
        }

        Close(record, join, owner, "", moment);
        record.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>An operator decides for an owner who can't answer: two pairs of eyes to join, one to decline.</summary>
    public static Receipt Decide(RealNameState record, CommandId command, ParticipantId by, bool join, string reason, long wake, Moment moment)
    {
        var content = Content.Of("decide", by.ToString(), join ? "1" : "0");
        if (record.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome, seen is { Outcome: Outcome.Done, Value: 1 } ? ParticipantRules.Second : null);
        }

        if (record.Claimant.IsNone)
        {
            return new(Outcome.NotFound);
        }

        if (by == record.Claimant || by == record.Owner || join && by == record.Proposed)
        {
            return new(Outcome.Forbidden);
        }

        var waits = join && record.Proposed.IsNone;
        if (waits)
        {
            (record.Proposed, record.Reason) = (by, reason);
            record.Follow(Audit("merge.propose", record, by, reason, moment));
        }
        else
        {
            Close(record, join, by, reason, moment);
            if (!join)
            {
                record.KeptAt = moment.Milliseconds; // the owner did not decide it themselves, so it is news to them
                record.Follow([.. NoticeEffects.Wake(record.Owner, wake)]);
            }
        }

        record.Commands.Keep(command, content, waits ? 1 : 0, moment.Real);
        return new(Outcome.Done, waits ? ParticipantRules.Second : null);
    }

    /// <summary>The owner's account was closed, or they gave another number. The message is taken, so it happens once.</summary>
    public static void Free(RealNameState record, string entry, ParticipantId owner, long freedAt, Moment moment)
    {
        if (record.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        record.Follow(new Take(RoseEffects.Agenda, entry));
        if (record.Claimant == owner && freedAt >= record.ClaimedAt)
        {
            Drop(record);
        }

        if (record.Owner != owner || freedAt < record.TakenAt)
        {
            return; // passed on, or given again since
        }

        (record.Owner, record.KeptAt) = (default, 0);
        if (!record.Claimant.IsNone)
        {
            Pass(record, default, moment); // nobody is left to ask, and nothing of a closed account is shown to anybody
        }
    }

    private static void Close(RealNameState record, bool join, ParticipantId by, string reason, Moment moment)
    {
        record.Follow(Audit(join ? "merge.join" : "merge.decline", record, by, reason, moment));
        if (join)
        {
            Pass(record, record.Owner, moment);
        }
        else
        {
            record.Follow(new Index(RoseEffects.Agenda, VolunteerEffects.Refused(record.Claimant, record.Id, record.ClaimedAt), AgendaEntry.AtOnce));
            Drop(record);
        }
    }

    // The one commit that decides it: whose the number is, and the messages that tell both accounts.
    private static void Pass(RealNameState record, ParticipantId from, Moment moment)
    {
        var to = record.Claimant;
        Drop(record);
        (record.Owner, record.TakenAt, record.KeptAt) = (to, moment.Milliseconds, 0);
        record.Follow(new Index(RoseEffects.Agenda, VolunteerEffects.Adopt(to, from, record.Id), AgendaEntry.AtOnce));
        if (!from.IsNone)
        {
            record.Follow(new Index(RoseEffects.Agenda, VolunteerEffects.Merged(from, to, record.Id), AgendaEntry.AtOnce));
        }
    }

    private static void Drop(RealNameState record)
    {
        record.Follow(new Unindex(VolunteerEffects.Merges, OpaqueId.Bytes(record.Id.Value)));
        (record.Claimant, record.ClaimedAt, record.Proposed, record.Reason) = (default, 0, default, "");
    }

    // The key itself stays out of the log: it names a person's number, though nobody can read it.
    private static Append Audit(string act, RealNameState record, ParticipantId by, string reason, Moment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, $"{record.Owner}:{record.Claimant}", by, reason));
}
