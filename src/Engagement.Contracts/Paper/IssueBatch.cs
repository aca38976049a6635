namespace Engagement.Contracts;

/// <summary>A batch of codes to print.</summary>
/// <param name="By">The operator.</param>
/// <param name="Size">Codes, 1 to <see cref="PaperCode.MaxSize"/>.</param>
/// <param name="Name">What the operators call it, 1 to 30 characters.</param>
/// <param name="Seed">The courier company that it goes to, or <see cref="Pool"/>: its roses are the campaign's seeds (RR-05). Null for everybody else.</param>
/// <param name="Free">Stickers: whoever scans one takes its rose, nobody has to hand it over, and nothing of it is counted (OR-03). Never seeds.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.issue")]
public sealed record IssueBatch([property: Id(0)] ParticipantId By, [property: Id(1)] int Size, [property: Id(2)] string Name, [property: Id(3)] string? Seed = null,
    [property: Id(4)] bool Free = false)
{
    /// <summary>City riders without a company, as a batch's receiver.</summary>
    public const string Pool = "pool";
}

/// <summary>Answer to a batch that was issued or printed again.</summary>
/// <param name="Outcome">Done, or why not. AlreadyDecided: another command has this number; the caller tries the next one.</param>
/// <param name="Batch">The batch's number.</param>
/// <param name="Field">With Invalid: the field.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.issued")]
public sealed record BatchReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] int Batch = 0, [property: Id(2)] string? Field = null);
