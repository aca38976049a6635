using Engagement.Contracts;

namespace Engagement.Web.Volunteers;

/// <summary>In which role a member of staff looks at a real name: the volunteer reads it.</summary>
internal static class Looks
{
    /// <summary>A look in the narrowest role that allows it.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="staff">Their roles.</param>
    /// <param name="reason">Why.</param>
    /// <param name="scope">The organisation whose organiser they are, among others; null for none.</param>
    public static LookAtRealName By(ParticipantId me, Profile staff, string reason, string? scope = null)
    {
        var grants = staff.Roles ?? [];
        return scope is not null && grants.Any(grant => grant.Role == Role.Organiser && grant.Scope == scope) ? new(me, Role.Organiser, scope, reason)
            : grants.FirstOrDefault(grant => grant.Role == Role.HoursReviewer) is { } reviewer ? new(me, Role.HoursReviewer, reviewer.Scope, reason)
            : new(me, Role.Operator, "", reason);
    }
}
