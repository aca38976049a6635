namespace Engagement.Web.Attendance;

/// <summary>A check-in or check-out as it is posted.</summary>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">In or Out.</param>
/// <param name="Code">Six digits that were typed; empty with a code that was scanned before.</param>
/// <param name="WalkIn">Sign up on the spot.</param>
public sealed record HereForm(int Shift, string? Side, string? Code, bool WalkIn);
