using Engagement.Contracts;
using Engagement.Grains.Filings;
using Engagement.Web.Shared;
using Engagement.Web.Sheets;

namespace Engagement.Web.Filings;

/// <summary>An organisation's way into another system.</summary>
/// <param name="Units">Organisations of the reader.</param>
/// <param name="Unit">The one on show; null for none.</param>
/// <param name="Formats">How batches may be written.</param>
public sealed record FilingsPage(IReadOnlyList<Choice> Units, Choice? Unit, IReadOnlyList<Choice> Formats)
{
    /// <summary>Services that wait to be sent, at most one more than a batch takes.</summary>
    public int Waiting { get; init; }

    /// <summary>Services at each stage.</summary>
    public IReadOnlyDictionary<FilingStage, long> Stages { get; init; } = new Dictionary<FilingStage, long>();

    /// <summary>Batches, newest first.</summary>
    public IReadOnlyList<FilingBatchRow> Batches { get; init; } = [];

    /// <summary>Services that the other system did not take, the latest in front.</summary>
    public IReadOnlyList<FiledEntry> Rejected { get; init; } = [];

    /// <summary>What a file of answers said; null before one was read.</summary>
    public FilingReport? Report { get; init; }

    /// <summary>The batch that it was about.</summary>
    public string? Answered { get; init; }

    /// <summary>Why the last file could not be read.</summary>
    public SheetTrouble Trouble { get; init; }

    /// <summary>The form's key.</summary>
    public string Command { get; } = CommandKey.New();
}

/// <summary>A batch in a list.</summary>
/// <param name="Batch">Its name.</param>
/// <param name="At">When it was made.</param>
/// <param name="Entries">Services that are still in it.</param>
public sealed record FilingBatchRow(string Batch, DateTimeOffset At, long Entries);

/// <summary>What a file of answers said and did.</summary>
/// <param name="Accepted">Services that were taken.</param>
/// <param name="Rejected">Services that were not.</param>
/// <param name="Faults">Lines that say nothing.</param>
/// <param name="Kept">Whether the answers were kept; false for a look beforehand.</param>
public sealed record FilingReport(int Accepted, int Rejected, IReadOnlyList<RowFault> Faults, bool Kept)
{
    /// <summary>Faults shown.</summary>
    public const int Shown = 100;
}
