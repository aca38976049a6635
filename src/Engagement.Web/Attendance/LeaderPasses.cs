using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Attendance;

/// <summary>What a leader's phone carries for the server: whose code was scanned, and which activity is led right now.</summary>
public sealed class LeaderPasses(Passes passes)
{
    private const string Purpose = "volunteer-code", CookieName = "leads";

    /// <summary>Whose code was scanned, sealed: good for ten minutes, at this activity, for this leader.</summary>
    public string Seal(ActivityId activity, ParticipantId leader, ParticipantId volunteer) => passes.Seal(Purpose, $"{activity}:{leader}:{volunteer}");

    /// <summary>Opens it; null for anything else.</summary>
    public ParticipantId? Open(ActivityId activity, ParticipantId leader, string? pass) =>
        passes.Open(Purpose, pass)?.Split(':') is [var at, var by, var who] && at == activity.ToString() && by == leader.ToString() && ParticipantId.TryParse(who, out var volunteer)
            ? volunteer
            : null;

    /// <summary>Remembers the list that was looked at last: a code that is scanned next is meant for it.</summary>
    public void Remember(HttpContext http, ActivityId activity) => passes.Keep(http, CookieName, "/", activity.ToString());

    /// <summary>The activity of that list; null for none.</summary>
    public string? Leads(HttpContext http) => passes.Read(http, CookieName);
}
