using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Nominations;

/// <summary>The rules of public thanks: pure and synchronous.</summary>
internal static class NominationRules
{
    /// <summary>Codes that a courier may make on one day: a lost helmet, not a game.</summary>
    public const int CodesPerDay = 5;

    /// <summary>Another code in place of the former.</summary>
    /// <param name="state">The record.</param>
    /// <param name="courier">The courier.</param>
    /// <param name="command">Their key.</param>
    /// <param name="code">The code of an issue.</param>
    /// <param name="moment">Now.</param>
    public static Outcome MakeCode(NominationsState state, ParticipantId courier, CommandId command, Func<int, string> code, Moment moment)
    {
        var content = Content.Of("code");
        if (state.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (state.Erased || state.Commands.MayHaveDropped(command))
        {
            return state.Erased ? Outcome.SignInRequired : Outcome.TooOld;
        }

        Turn(state, moment);
        if (state.NewCodes >= CodesPerDay)
        {
            return Outcome.DailyLimit;
        }

        DropCode(state);
        (state.Id, state.Issue, state.NewCodes) = (courier, state.Issue + 1, state.NewCodes + 1);
        state.Code = code(state.Issue);
        state.Follow(new Index(NominationEffects.Codes, NominationEffects.Member(state.Code, courier), 0));
        state.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>Thanks have arrived; the message is taken, whatever becomes of it.</summary>
    public static void Receive(NominationsState state, string entry, Nomination thanks, NominationOptions options, Moment moment)
    {
        if (state.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        state.Follow(new Take(RoseEffects.Agenda, entry));
        if (state.Erased || state.Code is null)
        {
            return;
        }

        Turn(state, moment);
        var at = state.Thanks.FindIndex(known => known.By == thanks.By);
        if (at >= 0)
        {
            var known = state.Thanks[at];
            // Messages arrive in any order: the latest words count. What was decided about stays as it is.
            state.Thanks[at] = known.State == NominationState.Waiting && thanks.At >= known.At
                ? thanks with { Times = known.Times + 1 }
                : known with { At = Math.Max(known.At, thanks.At), Times = known.Times + 1 };
            return;
        }

        if (state.NewPeople < options.PeoplePerDay && MakeRoom(state))
        {
            state.NewPeople++;
            state.Thanks.Add(thanks);
        }
    }

    /// <summary>The courier's decision about one person's thanks, or about all that wait.</summary>
    public static Outcome Decide(NominationsState state, CommandId command, string? handle, Func<ParticipantId, string> handleOf, bool accept, Moment moment)
    {
        var content = Content.Of("decide", handle, accept ? "1" : "0");
        if (state.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        var chosen = state.Thanks.FindAll(thanks => handle is null ? thanks.State == NominationState.Waiting : handleOf(thanks.By) == handle);
        if (chosen.Count == 0)
        {
            return handle is null ? Outcome.Done : Outcome.NotFound;
        }

        foreach (var thanks in chosen)
        {
            state.Thanks[state.Thanks.IndexOf(thanks)] = thanks with { State = accept ? NominationState.Accepted : NominationState.Declined };
        }

        state.Commands.Keep(command, content, 0, moment.Real);
        state.Touch();
        return Outcome.Done;
    }

    /// <summary>The account was closed.</summary>
    public static void Forget(NominationsState state)
    {
        DropCode(state);
        (state.Code, state.Erased, state.Commands) = (null, true, new());
        state.Thanks.Clear();
        state.Touch();
    }

    private static void DropCode(NominationsState state)
    {
        if (state.Code is { } former)
        {
            state.Follow(new Unindex(NominationEffects.Codes, NominationEffects.Member(former, state.Id)));
        }
    }

    private static bool MakeRoom(NominationsState state)
    {
        if (state.Thanks.Count < NominationsState.Kept)
        {
            return true;
        }

        var declined = state.Thanks.FindIndex(thanks => thanks.State == NominationState.Declined);
        if (declined >= 0)
        {
            state.Thanks.RemoveAt(declined);
        }

        return declined >= 0;
    }

    private static void Turn(NominationsState state, Moment moment)
    {
        var day = ShanghaiDay.Of(moment.Now);
        if (day > state.Day)
        {
            (state.Day, state.NewPeople, state.NewCodes) = (day, 0, 0);
        }
    }
}
