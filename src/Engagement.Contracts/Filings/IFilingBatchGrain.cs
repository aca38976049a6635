namespace Engagement.Contracts;

/// <summary>Services that go into another system together (IN-01). Its lines are chosen once; the agenda carries them out, whatever crashes. Key: <c>campaign/batch</c>.</summary>
[Alias("eng.filingbatch")]
public interface IFilingBatchGrain : IGrainWithStringKey
{
    /// <summary>Lines of a batch at most.</summary>
    const int Most = 1_000;

    /// <summary>An organiser makes the batch. Again, it is as it was made: nothing is added.</summary>
    /// <returns>Done; Forbidden; Invalid with field lines when there are none or too many, or with field batch when another organisation has it.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same batch.</exception>
    [Alias("Open"), ResponseTimeout("00:00:15")]
    Task<Receipt> Open(ParticipantId by, string organisation, IReadOnlyList<FilingLine> lines);

    /// <summary>An organiser reads in what the other system answered about this batch. A service that went out again since is left alone. Safe to repeat.</summary>
    /// <returns>Done; NotFound; Forbidden; CommandReused; Invalid with field reason when a refusal has none or a long one, or field answers beyond <see cref="Most"/>.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:15")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, IReadOnlyList<FilingAnswer> answers);

    /// <summary>Carries its lines out. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:30")]
    Task Due(string entry);
}
