namespace Engagement.Web.Attendance;

/// <summary>When somebody left who did not check out, as it is posted.</summary>
/// <param name="Who">What the list calls the person.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="At">Shanghai time, like 2026-03-05T11:30.</param>
/// <param name="Reason">Why.</param>
public sealed record FixForm(string? Who, int Shift, string? At, string? Reason);

/// <summary>A decision about an entry of an offline list.</summary>
/// <param name="Who">What the list calls the person.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Confirm">True to confirm, false to strike.</param>
public sealed record ConfirmForm(string? Who, int Shift, bool Confirm);

/// <summary>A leader is named, or no more.</summary>
/// <param name="Who">What the list calls the person.</param>
/// <param name="Leads">True to name.</param>
public sealed record LeaderForm(string? Who, bool Leads);
