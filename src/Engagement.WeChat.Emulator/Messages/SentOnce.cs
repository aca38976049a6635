namespace Engagement.WeChat.Emulator.Messages;

/// <summary>A template message with a <c>client_msg_id</c>: within ten minutes it is not sent to the same person again.</summary>
internal sealed record SentOnce(string OpenId, string ClientMessageId, long MessageId, DateTimeOffset At);
