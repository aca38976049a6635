namespace Engagement.Web.Mine;

/// <summary>Where a rose is, seen from the shelf's owner.</summary>
public enum MineStage
{
    /// <summary>Given, not taken yet.</summary>
    Offered,

    /// <summary>In my hands.</summary>
    Held,

    /// <summary>In my hands for longer than the rhythm.</summary>
    Kept,

    /// <summary>In my hands, offered on, not taken yet.</summary>
    OfferedOn,

    /// <summary>Came back unclaimed.</summary>
    Returned,

    /// <summary>I took it back.</summary>
    Withdrawn,

    /// <summary>An operator voided it.</summary>
    Voided,

    /// <summary>I gave it and somebody took it.</summary>
    Taken,

    /// <summary>I took it and passed it on.</summary>
    Passed,

    /// <summary>Addressed to me, sealed.</summary>
    Waiting,

    /// <summary>My own words wait for a moderator.</summary>
    UnderReview,
}
