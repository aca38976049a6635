using Engagement.Contracts;

namespace Engagement.Grains.Control;

/// <summary>What operators changed, as this process knows it: at most ten seconds old (OP-03), and read without waiting.</summary>
public interface ISwitches
{
    /// <summary>The latest that was read.</summary>
    ControlNow Now { get; }
}

/// <summary>Nothing is changed: for tools and rules that run without a site.</summary>
public sealed class NoSwitches : ISwitches
{
    /// <inheritdoc/>
    public ControlNow Now => ControlNow.Unchanged;
}
