using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.WeChat.Emulator.Phones;

/// <summary>What an action comes to: pushes, none if WeChat tells nobody, or why it can't be done.</summary>
internal sealed record PhoneResult(IReadOnlyList<PushOrder> Orders, string? Error = null)
{
    public static readonly PhoneResult Nothing = new([]);

    public static implicit operator PhoneResult(PushOrder order) => new([order]);

    public static PhoneResult Refuse(string error) => new([], error);
}
