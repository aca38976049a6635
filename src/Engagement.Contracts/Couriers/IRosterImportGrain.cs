using Orleans.Concurrency;

namespace Engagement.Contracts;

/// <summary>One upload of a roster, on its way row by row (OP-05). Key: <c>campaign/import-id</c>.</summary>
[Alias("eng.import")]
public interface IRosterImportGrain : IGrainWithStringKey
{
    /// <summary>Takes the rows over; the agenda carries them out. Safe to retry; CommandReused with other rows.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same import.</exception>
    [Alias("Start"), ResponseTimeout("00:00:10")]
    Task<Receipt> Start(StartImport import);

    /// <summary>How far it is; null for an unknown import, or another company's.</summary>
    [Alias("Show"), ReadOnly] Task<ImportView?> Show(string company);

    /// <summary>The next rows are due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:20")]
    Task Due(string entry);
}
