using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Acts;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Needs;

/// <summary>An order's words on their way into the record, sealed.</summary>
internal readonly record struct NeedWords(byte[] Title, byte[] Text, byte[] Contact);

/// <summary>The rules of one order: pure and synchronous. Each either refuses and changes nothing, or changes the record and adds what follows from it.</summary>
internal static class NeedRules
{
    /// <summary>A citizen orders.</summary>
    public static Outcome Order(NeedState need, NeedId id, CommandId command, ParticipantId by, OrderNeed order, NeedWords words, ActivityMoment moment) =>
        Once(need, command, Content.Of("order", order.Title, order.District, order.Text, order.Contact), moment, 0, () =>
        {
            if (need.Stage != NeedStage.None)
            {
                return Outcome.AlreadyDecided;
            }

            (need.Id, need.Requester, need.District, need.OrderedAt) = (id, by, order.District, moment.Milliseconds);
            (need.Title, need.Text, need.Contact) = (words.Title, words.Text, words.Contact);
            return Step(need, NeedStage.Ordered, by, moment);
        });

    /// <summary>The centre takes it on, or can't.</summary>
    public static Outcome Decide(NeedState need, CommandId command, ParticipantId by, bool take, string? reason, long wake, ActivityMoment moment) =>
        Once(need, command, Content.Of("decide", take ? "1" : "0", reason), moment, wake, () =>
        {
            if (need.Stage != NeedStage.Ordered)
            {
                return Outcome.AlreadyDecided;
            }

            if (by == need.Requester)
            {
                return Outcome.Forbidden;
            }

            need.Reason = take ? null : reason;
            need.Follow(Audit(need, take ? "need.take" : "need.reject", by, "", moment)); // why is the requester's alone
            return Step(need, take ? NeedStage.Open : NeedStage.Rejected, by, moment);
        });

    /// <summary>The centre asks an organisation.</summary>
    public static Outcome Dispatch(NeedState need, CommandId command, ParticipantId by, string organisation, long wake, ActivityMoment moment) =>
        Once(need, command, Content.Of("dispatch", organisation), moment, wake, () =>
        {
            if (need.Stage is not (NeedStage.Open or NeedStage.Dispatched))
            {
                return Outcome.AlreadyDecided;
            }

            if (by == need.Requester)
            {
                return Outcome.Forbidden;
            }

            need.Organisation = organisation;
            need.Follow(Audit(need, "need.dispatch", by, organisation, moment));
            return Step(need, NeedStage.Dispatched, by, moment);
        });

    /// <summary>The organisation accepts, or gives it back.</summary>
    public static Outcome Answer(NeedState need, CommandId command, ParticipantId by, bool accept, long wake, ActivityMoment moment) =>
        Once(need, command, Content.Of("answer", accept ? "1" : "0"), moment, wake, () =>
        {
            if (need.Stage != NeedStage.Dispatched)
            {
                return Outcome.AlreadyDecided;
            }

            var outcome = Step(need, accept ? NeedStage.Accepted : NeedStage.Open, by, moment);
            need.Organisation = accept ? need.Organisation : "";
            return outcome;
        });

    /// <summary>It was served.</summary>
    public static Outcome Serve(NeedState need, CommandId command, ParticipantId by, long wake, ActivityMoment moment) =>
        Once(need, command, Content.Of("serve"), moment, wake, () => need.Stage == NeedStage.Accepted ? Step(need, NeedStage.Served, by, moment) : Outcome.AlreadyDecided);

    /// <summary>The requester says how it was.</summary>
    public static Outcome Rate(NeedState need, CommandId command, int stars, ActivityMoment moment) =>
        Once(need, command, Content.Of("rate", stars.ToString(CultureInfo.InvariantCulture)), moment, 0, () =>
        {
            if (need.Stage != NeedStage.Served)
            {
                return Outcome.AlreadyDecided;
            }

            need.Stars = stars;
            return Step(need, NeedStage.Rated, need.Requester, moment);
        });

    /// <summary>The requester takes it back.</summary>
    public static Outcome Cancel(NeedState need, CommandId command, ActivityMoment moment) =>
        Once(need, command, Content.Of("cancel"), moment, 0, () => IsUnderWay(need) ? Step(need, NeedStage.Cancelled, need.Requester, moment) : Outcome.AlreadyDecided);

    /// <summary>The requester's account was closed.</summary>
    public static void Forget(NeedState need, ActivityMoment moment)
    {
        var before = need.Derived().ToArray();
        (need.Title, need.Text, need.Contact, need.Reason) = (null, null, null, null);
        if (IsUnderWay(need))
        {
            Step(need, NeedStage.Cancelled, need.Requester, moment);
        }

        need.Follow([.. ActEffects.Between(before, [.. need.Derived()])]);
    }

    private static bool IsUnderWay(NeedState need) => need.Stage is NeedStage.Ordered or NeedStage.Open or NeedStage.Dispatched or NeedStage.Accepted;

    private static Outcome Once(NeedState need, CommandId command, ulong content, ActivityMoment moment, long wake, Func<Outcome> rule)
    {
        if (need.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (need.Commands.MayHaveDropped(command))
        {
            return Outcome.TooOld;
        }

        var before = need.Derived().ToArray();
        var outcome = rule();
        if (outcome == Outcome.Done)
        {
            need.Follow([.. ActEffects.Between(before, [.. need.Derived()]), .. NoticeEffects.Wake(need.Requester, wake)]);
            need.Commands.Keep(command, content, 0, moment.Real);
        }

        return outcome;
    }

    private static Outcome Step(NeedState need, NeedStage stage, ParticipantId by, ActivityMoment moment)
    {
        need.Stage = stage;
        need.Steps.Add(new(moment.Milliseconds, stage, by, need.Organisation));
        if (need.Steps.Count > NeedState.StepsKept)
        {
            need.Steps.RemoveAt(1); // the first says when it was ordered
        }

        return Outcome.Done;
    }

    private static Append Audit(NeedState need, string act, ParticipantId by, string reason, ActivityMoment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, need.Id.ToString(), by, reason));
}
