using Engagement.Contracts;
using Engagement.Grains.Control;

namespace Engagement.Web.Console;

/// <summary>What pages say on top while something is switched off.</summary>
public static class ControlLines
{
    /// <summary>What can be switched off.</summary>
    public static readonly IReadOnlyList<ControlField> Switched = [ControlField.Sending, ControlField.Claiming, ControlField.Boards];

    /// <summary>Keys of the texts, at most three.</summary>
    public static IEnumerable<string> Lines(this ControlNow now) => Switched.Where(now.IsOff).Select(field => "Control.Paused." + field);
}
