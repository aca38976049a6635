using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>A picture of a mini-program code.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is Ok.</param>
/// <param name="Image">JPEG or PNG, at most 1 MiB.</param>
/// <param name="ContentType"><c>image/jpeg</c> or <c>image/png</c>, by what the bytes are.</param>
public sealed record MiniCodeResult(WeChatOutcome Outcome, byte[]? Image = null, string? ContentType = null)
{
    /// <summary>True when <see cref="Image"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Image), nameof(ContentType))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && Image is not null && ContentType is not null;
}
