using Orleans.Concurrency;

namespace Engagement.Contracts;

/// <summary>One upload of hours from another system (VH-21, OP-05): looked at first, carried out only when somebody else approved it. Key: <c>campaign/import-id</c>.</summary>
[Alias("eng.hourimport")]
public interface IHourImportGrain : IGrainWithStringKey
{
    /// <summary>Announces the rows. Safe to retry; CommandReused with another content, Forbidden for who does not organise there.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same import.</exception>
    [Alias("Begin"), ResponseTimeout("00:00:05")]
    Task<Receipt> Begin(BeginHourImport import);

    /// <summary>
    /// Takes over the next rows. Parts come in order: a part that is here already is Done, one that leaves a gap is Invalid (<c>part</c>). After the last one
    /// the agenda looks at them. Safe to retry.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same part.</exception>
    [Alias("Put"), ResponseTimeout("00:00:10")]
    Task<Receipt> Put(int part, IReadOnlyList<HourImportRow> rows, IReadOnlyList<RowFault> faults);

    /// <summary>How far it is; null for an unknown one.</summary>
    [Alias("Show"), ReadOnly] Task<HourImportView?> Show();

    /// <summary>An organiser asks for its approval after the dry run. Safe to retry with the same command; AlreadyDecided in any other phase.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Ask"), ResponseTimeout("00:00:05")]
    Task<Receipt> Ask(CommandId command, ParticipantId by);

    /// <summary>
    /// A reviewer of hours, or an operator, has it carried out or refuses it. Forbidden for who uploaded it. Safe to retry with the same command;
    /// AlreadyDecided in any other phase.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, bool approve);

    /// <summary>A step is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:30")]
    Task Due(string entry);
}
