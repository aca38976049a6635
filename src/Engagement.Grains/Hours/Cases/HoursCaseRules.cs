using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.Cases;

/// <summary>The rules of cases. Pure and synchronous.</summary>
internal static class HoursCaseRules
{
    /// <summary>What brings a case into the world, in the commit of whoever met the signal.</summary>
    public static Effect[] Birth(HoursCaseState born, HourMoment moment)
    {
        born.OpenedAt = moment.Milliseconds;
        return [new Birth(HoursCaseState.Kind, born.Id.ToString(), born), .. born.Derived()];
    }

    /// <summary>A reviewer has looked at it.</summary>
    public static Receipt Close(HoursCaseState state, CommandId command, ParticipantId by, bool reviews, bool founded, string reason, HourMoment moment) =>
        HourCommands.Once(state, state.Commands, command, Content.Of("close", founded ? "1" : "0", reason), moment, () =>
        {
            if (!reviews || by == state.Volunteer || by == state.EnteredBy)
            {
                return new(Outcome.Forbidden);
            }

            if (MessageText.Validate(reason) != MessageTextError.None)
            {
                return new(Outcome.Invalid, "reason");
            }

            if (!state.IsOpen)
            {
                return new(Outcome.AlreadyDecided);
            }

            (state.ClosedAt, state.ClosedBy, state.Founded, state.Reason) = (moment.Milliseconds, by, founded, reason);
            state.Follow(HourCommands.Audit(moment, founded ? "hours.founded" : "hours.cleared", state.Id.ToString(), by, $"{state.Signal} {reason}"));
            return Receipt.Done;
        });
}
