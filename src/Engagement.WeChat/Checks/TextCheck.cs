namespace Engagement.WeChat;

/// <summary>A text to be checked by WeChat (<c>msg_sec_check</c>, version 2).</summary>
/// <param name="OpenId">Its author, of the mini program, who used the mini program within the last two hours;
/// anybody else is <see cref="WeChatOutcome.Inactive"/> or <see cref="WeChatOutcome.UnknownPerson"/>.</param>
/// <param name="Scene">Where it is shown.</param>
/// <param name="Content">1 to 2,500 characters.</param>
/// <param name="Nickname">The author's name as shown, if it is to be checked too.</param>
public sealed record TextCheck(string OpenId, CheckScene Scene, string Content, string? Nickname = null)
{
    /// <summary>Nothing of it, so that no text reaches a log by way of formatting.</summary>
    public override string ToString() => nameof(TextCheck);
}
