namespace Engagement.Web.Attendance;

/// <summary>A volunteer's own code.</summary>
/// <param name="Code">The code now.</param>
/// <param name="Name">Their name; null until chosen.</param>
public sealed record MyCodePage(MyCodeScreen Code, string? Name);

/// <summary>What the screen shows.</summary>
/// <param name="Link">What the QR code says.</param>
/// <param name="Milliseconds">Until the next one.</param>
public sealed record MyCodeScreen(string Link, long Milliseconds);
