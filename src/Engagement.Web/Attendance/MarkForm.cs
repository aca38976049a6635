namespace Engagement.Web.Attendance;

/// <summary>A leader's tick as it is posted.</summary>
/// <param name="Who">What the list calls the person; empty with a pass.</param>
/// <param name="Pass">Their code was scanned; empty for a tick by hand.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">In or Out.</param>
/// <param name="WalkIn">Sign them up on the spot.</param>
public sealed record MarkForm(string? Who, string? Pass, int Shift, string? Side, bool WalkIn);
