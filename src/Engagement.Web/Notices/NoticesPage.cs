namespace Engagement.Web.Notices;

/// <summary>The inbox, newest first.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Unread">How many are not read.</param>
/// <param name="UpTo">What is on this page and nothing newer is marked as read: Unix milliseconds of the newest line.</param>
/// <param name="Days">For how many days a line stays.</param>
public sealed record NoticesPage(IReadOnlyList<NoticeRow> Rows, int Unread, long UpTo, int Days);
