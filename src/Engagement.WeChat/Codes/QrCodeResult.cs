using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>A parametric code.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is Ok.</param>
/// <param name="Url">What the code says: draw it as a QR code yourself, without fetching WeChat's picture.</param>
/// <param name="Ticket">For <c>mp.weixin.qq.com/cgi-bin/showqrcode?ticket=</c>, WeChat's picture of it.</param>
/// <param name="Lifetime">How long it can be scanned; null when permanent.</param>
public sealed record QrCodeResult(WeChatOutcome Outcome, Uri? Url = null, string? Ticket = null, TimeSpan? Lifetime = null)
{
    /// <summary>True when <see cref="Url"/> and <see cref="Ticket"/> are there.</summary>
    [MemberNotNullWhen(true, nameof(Url), nameof(Ticket))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && Url is not null && Ticket is not null;
}
