namespace Engagement.Web.Settings;

/// <summary>The inbox, and what goes out by WeChat. An openid is kept when <c>WeChatKnown</c>; it is WeChat's name for this person and says nothing outside of this account.</summary>
public sealed record ExportNotices(
    DateTimeOffset? ReadUpTo, bool Messages, string Muted, string Language, bool WeChatKnown, string Follows, DateTimeOffset? InMiniProgramAt,
    IReadOnlyList<ExportCredit> Credits, IReadOnlyList<ExportMessage> Sent, IReadOnlyList<ExportNotice> Inbox);

/// <summary>Messages that were allowed; -1 until taken back.</summary>
public sealed record ExportCredit(string Template, int Credits);

/// <summary>A message that was sent.</summary>
public sealed record ExportMessage(DateTimeOffset At, string Template, int Notices, string State);

/// <summary>A line of the inbox.</summary>
public sealed record ExportNotice(DateTimeOffset At, string Kind, string? Rose, string? Bouquet);
