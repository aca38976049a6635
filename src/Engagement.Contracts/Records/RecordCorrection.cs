namespace Engagement.Contracts;

/// <summary>What is not right about an entry of the record. The numbers are stored.</summary>
public enum RecordFault
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It was another kind of act.</summary>
    Kind = 1,

    /// <summary>It was another day.</summary>
    Day = 2,

    /// <summary>It was another place.</summary>
    Place = 3,

    /// <summary>It was not me.</summary>
    Person = 4,
}

/// <summary>How a request for correction stands. The numbers are stored.</summary>
public enum CorrectionState
{
    /// <summary>Waits for an operator.</summary>
    Open = 0,

    /// <summary>Corrected.</summary>
    Corrected = 1,

    /// <summary>Left as it is, with a reason.</summary>
    Declined = 2,
}

/// <summary>A request to correct an entry.</summary>
/// <param name="Act">Which.</param>
/// <param name="Fault">What is not right.</param>
/// <param name="Note">In own words, for operators only: 1 to 200 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("eng.record.correction")]
public sealed record RecordCorrection([property: Id(0)] CivicActId Act, [property: Id(1)] RecordFault Fault, [property: Id(2)] string? Note)
{
    /// <summary>Without the words: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => $"{Act} {Fault}";
}

/// <summary>A link that shows a record.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Share">Its id.</param>
/// <param name="Secret">128 bits, never stored.</param>
/// <param name="Until">When it ends.</param>
[GenerateSerializer, Immutable, Alias("eng.record.shared")]
public sealed record RecordShared(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] Guid Share = default, [property: Id(2)] string Secret = "", [property: Id(3)] DateTimeOffset Until = default);
