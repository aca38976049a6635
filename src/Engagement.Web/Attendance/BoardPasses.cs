using System.Globalization;
using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Shared;

namespace Engagement.Web.Attendance;

/// <summary>That this browser stood at an activity's board.</summary>
public sealed class BoardPasses(Passes passes)
{
    private const string CookieName = "board";

    /// <summary>Writes the cookie.</summary>
    public void Keep(HttpContext http, BoardPass pass) =>
        passes.Keep(http, CookieName, "/activities", string.Create(CultureInfo.InvariantCulture, $"{pass.Activity}:{pass.Shift}:{pass.Side}:{pass.SeenAt}"));

    /// <summary>The pass for this activity; null for none, a forged one, or one that is over.</summary>
    public BoardPass? Read(HttpContext http, ActivityId activity) =>
        passes.Read(http, CookieName)?.Split(':') is [var id, var shift, var side, var seen] && id == activity.ToString() && InputRules.IsName<AttendanceSide>(side, out var way)
            ? new(activity, int.Parse(shift, CultureInfo.InvariantCulture), way, long.Parse(seen, CultureInfo.InvariantCulture))
            : null;
}
