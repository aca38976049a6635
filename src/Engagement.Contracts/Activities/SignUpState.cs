namespace Engagement.Contracts;

/// <summary>Where a person stands with a shift (VH-04). The numbers are stored.</summary>
public enum SignUpState
{
    /// <summary>Never signed up.</summary>
    None = 0,

    /// <summary>Has a place, and keeps the time free.</summary>
    Confirmed = 1,

    /// <summary>In the waitlist.</summary>
    Waiting = 2,

    /// <summary>Moved up: a place is kept until <see cref="SignUpReceipt.Until"/> for this person to say yes.</summary>
    Offered = 3,

    /// <summary>Has a place once an organiser has looked at it, and keeps the time free.</summary>
    Asked = 4,

    /// <summary>Time or place changed: the place is kept until the person says yes or no.</summary>
    Reconfirm = 5,

    /// <summary>The person took it back.</summary>
    Withdrawn = 6,

    /// <summary>An offer or a change was not answered in time.</summary>
    Lapsed = 7,

    /// <summary>An organiser took the place back.</summary>
    Refused = 8,
}
