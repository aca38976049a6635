namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary>A parametric QR code.</summary>
/// <param name="Id">Short id in the address that the code holds.</param>
/// <param name="Ticket">What <c>showqrcode</c> is asked with.</param>
/// <param name="Scene">The scene, a number as text for the numeric kinds.</param>
/// <param name="ExpiresAt">When scanning it stops to work; null for a permanent one.</param>
internal sealed record QrTicket(string Id, string Ticket, string Scene, DateTimeOffset? ExpiresAt);
