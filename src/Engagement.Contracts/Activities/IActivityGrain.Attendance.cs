namespace Engagement.Contracts;

public partial interface IActivityGrain
{
    /// <summary>
    /// A volunteer checks in or out. Idempotent by person, shift and side: again is Done with the first instant, whatever the code is
    /// worth by then. The server's clock decides; a phone's time is never asked for.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; the same again tells.</exception>
    [Alias("Attend"), ResponseTimeout("00:00:05")]
    Task<AttendanceReceipt> Attend(ParticipantId by, Attend attend);

    /// <summary>What a scanned code is worth now. Writes nothing.</summary>
    [Alias("Seen")] Task<BoardSeen> Seen(int shift, AttendanceSide side, string code);

    /// <summary>The code for a board; null unless <paramref name="leader"/> leads or organises, or when the activity is not open.</summary>
    [Alias("Board")] Task<BoardCode?> Board(ParticipantId leader, int shift, AttendanceSide side);

    /// <summary>Where a person stands with every shift that they signed up for or came to.</summary>
    [Alias("Presence")] Task<AttendanceSheet> Presence(ParticipantId person);

    /// <summary>The whole list; not <c>Exists</c> for whoever neither leads, organises nor reviews.</summary>
    [Alias("Sheet")] Task<AttendanceSheet> Sheet(ParticipantId by);

    /// <summary>A leader scanned a volunteer's code, or ticks them off. Idempotent as <see cref="Attend"/>; nobody attests their own presence.</summary>
    /// <exception cref="LedgerException">Durability unknown; the same again tells.</exception>
    [Alias("Mark"), ResponseTimeout("00:00:05")]
    Task<AttendanceReceipt> Mark(ParticipantId leader, MarkPresence mark);

    /// <summary>
    /// Takes in what a leader ticked off without network, in the order of its counters; one answer for each entry, in the list's order.
    /// Idempotent as <see cref="Attend"/>. Both times are kept; minutes never reach beyond the shift. Empty for whoever does not lead.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; the same again tells.</exception>
    [Alias("Sync"), ResponseTimeout("00:00:10")]
    Task<IReadOnlyList<AttendanceReceipt>> Sync(ParticipantId leader, OfflineList list);

    /// <summary>A reviewer confirms entries of an offline list that came late, or strikes them; audited.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Confirm"), ResponseTimeout("00:00:05")]
    Task<Receipt> Confirm(CommandId command, ParticipantId by, ParticipantId volunteer, int shift, bool confirm);

    /// <summary>A leader or organiser says when somebody left who did not check out; audited, and marked as entered by hand. Not for oneself.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Fix"), ResponseTimeout("00:00:05")]
    Task<Receipt> Fix(CommandId command, ParticipantId by, FixPresence fix);

    /// <summary>An organiser makes somebody who signed up a leader, or takes that back; audited. At most 20.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Appoint"), ResponseTimeout("00:00:05")]
    Task<Receipt> Appoint(CommandId command, ParticipantId by, ParticipantId volunteer, bool leads);

    /// <summary>
    /// An organiser settles once the last shift is over: attendance is frozen, and every attended shift becomes a message to its volunteer,
    /// exactly once. Expired before the end, AlreadyDecided when it was settled before. Whoever did not check out counts nothing.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Settle"), ResponseTimeout("00:00:10")]
    Task<Receipt> Settle(CommandId command, ParticipantId by);

    /// <summary>What the settled activity attests of a volunteer's shift; null when it is not settled or attests nothing.</summary>
    [Alias("Settled")] Task<SettledAttendance?> Settled(ParticipantId volunteer, int shift);
}
