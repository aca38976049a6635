using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>A volunteer's calendar link: pure and synchronous.</summary>
internal static class CalendarRules
{
    /// <summary>A new link, or none any more.</summary>
    public static Outcome Feed(VolunteerState volunteer, ParticipantId id, CommandId command, bool on, ActivityMoment moment)
    {
        var content = Content.Of("feed", on ? "1" : "0");
        if (volunteer.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (volunteer.Commands.MayHaveDropped(command))
        {
            return Outcome.TooOld;
        }

        volunteer.Id = id;
        volunteer.Feeds += on ? 1 : 0;
        volunteer.HasFeed = on;
        volunteer.Commands.Keep(command, content, 0, moment.Real);
        volunteer.Touch();
        return Outcome.Done;
    }
}
