namespace Engagement.Contracts;

/// <summary>What somebody of a unit finds wrong with its line. The numbers are stored.</summary>
public enum ObjectionGround
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Something is missing.</summary>
    Missing = 1,

    /// <summary>Something is in it that does not belong there.</summary>
    NotOurs = 2,

    /// <summary>The number of active couriers is not right.</summary>
    Couriers = 3,

    /// <summary>The rank does not follow from the numbers.</summary>
    Rank = 4,
}

/// <summary>How an objection stands. The numbers are stored.</summary>
public enum ObjectionState
{
    /// <summary>Nobody has decided yet: nothing is published.</summary>
    Open = 0,

    /// <summary>Found right.</summary>
    Upheld = 1,

    /// <summary>Not found right.</summary>
    Dismissed = 2,
}

/// <summary>An objection to the line of one's own unit, while the board is frozen.</summary>
/// <param name="Board">Which board.</param>
/// <param name="Ground">What is wrong.</param>
/// <param name="Note">In own words, for operators only: 1 to 200 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("eng.board.objection")]
public sealed record BoardObjection([property: Id(0)] string Board, [property: Id(1)] ObjectionGround Ground, [property: Id(2)] string? Note)
{
    /// <summary>Without the words: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => $"{Board} {Ground}";
}
