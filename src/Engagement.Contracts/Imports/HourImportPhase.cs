namespace Engagement.Contracts;

/// <summary>Where an upload of hours is. The numbers are stored.</summary>
public enum HourImportPhase
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Its rows arrive.</summary>
    Receiving = 1,

    /// <summary>The dry run looks at every row.</summary>
    Checking = 2,

    /// <summary>The dry run is over; nothing was taken in.</summary>
    Checked = 3,

    /// <summary>Waits for somebody else's approval.</summary>
    Waiting = 4,

    /// <summary>Good rows go to their volunteers.</summary>
    Applying = 5,

    /// <summary>All good rows went to their volunteers, who decide.</summary>
    Done = 6,

    /// <summary>It comes to nothing: its rows are being emptied.</summary>
    Dropping = 7,

    /// <summary>It came to nothing: refused, never asked for, or torn off on its way.</summary>
    Dropped = 8,
}

/// <summary>Where a row is. The numbers are stored.</summary>
public enum HourRowStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Waits for its volunteer.</summary>
    Waiting = 1,

    /// <summary>The volunteer confirmed it.</summary>
    Confirmed = 2,

    /// <summary>The volunteer said that it is not so.</summary>
    Declined = 3,

    /// <summary>The volunteer never answered, or closed the account.</summary>
    Expired = 4,
}

/// <summary>What became of an offered row.</summary>
public enum HourOfferResult
{
    /// <summary>Not yet looked at.</summary>
    None = 0,

    /// <summary>It waits for its volunteer.</summary>
    Offered,

    /// <summary>An earlier upload had the same row: nothing more to do.</summary>
    Known,

    /// <summary>An earlier upload had this number with another content.</summary>
    Taken,
}
