namespace Engagement.Contracts;

/// <summary>Why a reviewer did not accept an act, or wants to know more. The courier reads a sentence and what would help, never the code. The numbers are stored.</summary>
public enum ActReason
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Nothing tells what happened.</summary>
    NotSeen = 1,

    /// <summary>It fits another entry of the catalogue.</summary>
    OtherKind = 2,

    /// <summary>The same act was logged before.</summary>
    Duplicate = 3,

    /// <summary>Part of the order, no act of one's own.</summary>
    Duty = 4,

    /// <summary>The photo shows somebody's face, door number or number plate.</summary>
    Privacy = 5,

    /// <summary>Place or time do not fit.</summary>
    PlaceOrTime = 6,

    /// <summary>What was found later speaks against it.</summary>
    Refuted = 7,
}
