namespace Engagement.Contracts;

/// <summary>One rose station: its counted stock, its keepers' shifts and the code on its screen. Key: <c>campaign/station-id</c>.</summary>
/// <remarks>
/// Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. Who may give which
/// command is decided by the caller (operators and keepers, <see cref="Role.StationKeeper"/>); a station only knows who is on duty.
/// </remarks>
[Alias("eng.station")]
public interface IStationGrain : IGrainWithStringKey
{
    /// <summary>The station for those who look after it.</summary>
    [Alias("Show")] Task<StationView> Show();

    /// <summary>An operator opens the station, audited; Invalid names the field.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Open"), ResponseTimeout("00:00:05")]
    Task<Receipt> Open(CommandId command, ParticipantId by, OpenStation place);

    /// <summary>An operator closes the station for now, or opens it again; audited. Who is on duty goes off duty.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Switch"), ResponseTimeout("00:00:05")]
    Task<Receipt> Switch(CommandId command, ParticipantId by, bool open, string reason);

    /// <summary>An operator brings roses, audited. 1 to 10,000 at a time.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Supply"), ResponseTimeout("00:00:05")]
    Task<Receipt> Supply(CommandId command, ParticipantId by, int roses, string reason);

    /// <summary>A keeper takes over with the roses they counted; what differs from the stock is audited and corrected. Whoever was on duty is relieved.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">The keeper.</param>
    /// <param name="counted">Roses that lie there, 0 to 100,000.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("BeginShift"), ResponseTimeout("00:00:05")]
    Task<Receipt> BeginShift(CommandId command, ParticipantId by, int counted);

    /// <summary>The keeper on duty hands over; NotHolder for anybody else. From now on no code is shown.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("EndShift"), ResponseTimeout("00:00:05")]
    Task<Receipt> EndShift(CommandId command, ParticipantId by, int counted);

    /// <summary>The code for the screen; null unless this keeper is on duty at an open station.</summary>
    [Alias("Code")] Task<StationCode?> Code(ParticipantId keeper);

    /// <summary>What a scanned code is worth now. Writes nothing.</summary>
    [Alias("Check")] Task<CodeCheck> Check(string code);

    /// <summary>Hands out a rose of the stock: once a person and Shanghai day in the whole city, born in their hands.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="pass">From <see cref="Check"/>.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("HandOut"), ResponseTimeout("00:00:05")]
    Task<HandOutReceipt> HandOut(CommandId command, ParticipantId by, StationPass pass);

    /// <summary>
    /// A visitor takes a rose that somebody left here (OR-08): one a person and day at this station, and of one code as many as of the stock.
    /// AlreadyClaimed when somebody else was faster; then another one may be tried.
    /// </summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="rose">Which one.</param>
    /// <param name="pass">From <see cref="Check"/>.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("TakeLeft"), ResponseTimeout("00:00:10")]
    Task<HandOutReceipt> TakeLeft(CommandId command, ParticipantId by, RoseId rose, StationPass pass);
}
