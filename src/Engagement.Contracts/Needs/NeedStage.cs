namespace Engagement.Contracts;

/// <summary>Where an order of the needs market is (VH-16). The numbers are stored.</summary>
public enum NeedStage
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>The centre is to look at it (点单).</summary>
    Ordered = 1,

    /// <summary>The centre looked at it and looks for an organisation.</summary>
    Open = 2,

    /// <summary>An organisation is asked (派单).</summary>
    Dispatched = 3,

    /// <summary>It took the order (接单).</summary>
    Accepted = 4,

    /// <summary>It was served.</summary>
    Served = 5,

    /// <summary>The requester said how it was (评单).</summary>
    Rated = 6,

    /// <summary>The centre can't take it; why only the requester reads.</summary>
    Rejected = 7,

    /// <summary>The requester took it back.</summary>
    Cancelled = 8,
}
