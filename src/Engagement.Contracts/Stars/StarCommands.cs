namespace Engagement.Contracts;

/// <summary>Applying for a star.</summary>
/// <param name="Level">From 1; above every one that the volunteer has.</param>
/// <param name="ShowName">The public notice may show the name, masked; without it the notice shows the number only.</param>
[GenerateSerializer, Immutable, Alias("eng.star.apply")]
public sealed record ApplyForStar([property: Id(0)] int Level, [property: Id(1)] bool ShowName);

/// <summary>Where an application is. The numbers are stored.</summary>
public enum StarStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>A reviewer is to look.</summary>
    Applied = 1,

    /// <summary>Shown to the public.</summary>
    Notice = 2,

    /// <summary>Awarded.</summary>
    Awarded = 3,

    /// <summary>Declined with a reason.</summary>
    Refused = 4,

    /// <summary>Taken back by the volunteer.</summary>
    Withdrawn = 5,
}

/// <summary>Why a star was declined. The numbers are stored.</summary>
public enum StarRefusal
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Hours must be looked at first.</summary>
    HoursUnclear = 1,

    /// <summary>A condition is not met.</summary>
    NotMet = 2,

    /// <summary>An objection was right.</summary>
    Objection = 3,

    /// <summary>Hours were corrected: the threshold is no longer reached.</summary>
    HoursCorrected = 4,

    /// <summary>Barred after false hours.</summary>
    Barred = 5,
}

/// <summary>What somebody holds against a star. The numbers are stored.</summary>
public enum StarObjectionReason
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The service did not take place.</summary>
    NotServed = 1,

    /// <summary>It was less.</summary>
    TooMany = 2,

    /// <summary>Somebody else served.</summary>
    OtherPerson = 3,

    /// <summary>Another rule of the stars is broken.</summary>
    OtherRule = 4,
}

/// <summary>An objection (公示异议).</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Note">More about it for the reviewer, at most 60 characters; null for nothing. Sealed under the objector's salt.</param>
[GenerateSerializer, Immutable, Alias("eng.star.object")]
public sealed record ObjectToStar([property: Id(0)] StarObjectionReason Reason, [property: Id(1)] string? Note)
{
    /// <summary>Objections to one application.</summary>
    public const int Most = 20;

    /// <summary>Not the words: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => $"{nameof(ObjectToStar)} {Reason}";
}

/// <summary>Why somebody can't apply for stars for a time. The numbers are stored.</summary>
public enum StarBarReason
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Hours were made up.</summary>
    FalseHours = 1,

    /// <summary>Somebody else checked in with the account.</summary>
    LentAccount = 2,

    /// <summary>Papers or photos were forged.</summary>
    ForgedEvidence = 3,
}

/// <summary>What became of the volunteer's appeal against a bar. The numbers are stored.</summary>
public enum StarAppeal
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Another reviewer is to decide.</summary>
    Open = 1,

    /// <summary>The bar stays.</summary>
    Upheld = 2,
}
