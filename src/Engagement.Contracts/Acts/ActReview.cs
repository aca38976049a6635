namespace Engagement.Contracts;

/// <summary>Where the review of an act is (CA-04). The numbers are stored.</summary>
public enum ActReview
{
    /// <summary>No record.</summary>
    None = 0,

    /// <summary>In the queue.</summary>
    Waiting = 1,

    /// <summary>A reviewer asked the courier for more; back in the queue once it came.</summary>
    NeedInfo = 2,

    /// <summary>Accepted at its level.</summary>
    Accepted = 3,

    /// <summary>Accepted at E2, in the queue again: a second reviewer decides about E3.</summary>
    SecondLook = 4,

    /// <summary>Not accepted; may be appealed once within seven days.</summary>
    Rejected = 5,

    /// <summary>Appealed, in the queue again for another reviewer.</summary>
    Appealed = 6,

    /// <summary>Taken back by the courier.</summary>
    Withdrawn = 7,
}
