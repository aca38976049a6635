namespace Engagement.Contracts;

/// <summary>Why an operator offset an entry or decided about one. The numbers are stored.</summary>
public enum HourReason
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The times were wrong.</summary>
    WrongTimes = 1,

    /// <summary>The volunteer was not there.</summary>
    NotThere = 2,

    /// <summary>The same service is recorded twice.</summary>
    Twice = 3,

    /// <summary>It was no volunteer service (VH-10).</summary>
    NotService = 4,

    /// <summary>An earlier offset was wrong.</summary>
    TakenBack = 5,

    /// <summary>Both services took place, one after the other.</summary>
    BothServed = 6,
}
