namespace Engagement.Contracts;

/// <summary>
/// Hours that somebody is to look at. Born by whoever met the signal; open, it holds certificates of what it is about; a reviewer closes it with a
/// reason. Nothing else follows from it, and only reviewers see it. Key: <c>campaign/case-id</c>.
/// </summary>
[Alias("eng.hours.case")]
public interface IHoursCaseGrain : IGrainWithStringKey
{
    /// <summary>A reviewer of its district has looked at it; audited. AlreadyDecided when somebody closed it before, Invalid for <c>reason</c>. Forbidden for whom it is about.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="founded">Something was wrong; what follows is the reviewer's to do, by offsets.</param>
    /// <param name="reason">What was looked at and found, 1 to 60 characters; goes into the audit log, so no personal data.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Close"), ResponseTimeout("00:00:05")]
    Task<Receipt> Close(CommandId command, ParticipantId by, bool founded, string reason);
}

/// <summary>
/// Looks at an activity's hours, and at its organisation's, after they were recorded. Key: <c>campaign/activity-id</c>. However many entries ask for it,
/// it looks once after the last.
/// </summary>
[Alias("eng.hours.watch")]
public interface IHoursWatchGrain : IGrainWithStringKey
{
    /// <summary>An agenda entry of this activity's watch is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
