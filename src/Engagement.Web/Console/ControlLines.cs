using Engagement.Grains.Control;

namespace Engagement.Web.Console;

/// <summary>What pages say on top while something is switched off.</summary>
public static class ControlLines
{
    /// <summary>Keys of the texts, at most four.</summary>
    public static IEnumerable<string> Lines(this ControlNow now) => ControlRules.Switches.Where(now.IsOff).Select(field => "Control.Paused." + field);
}
