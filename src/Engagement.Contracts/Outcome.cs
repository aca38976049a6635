namespace Engagement.Contracts;

/// <summary>What became of a command. Expected refusals are values, never exceptions (design.md §5); each has its own message in the pages and its own HTTP status.</summary>
public enum Outcome
{
    /// <summary>Done and durable. 200 or 201.</summary>
    Done = 0,

    /// <summary>A field is missing, malformed or out of range. 400.</summary>
    Invalid,

    /// <summary>No signed-in person, or the account is closed. 401.</summary>
    SignInRequired,

    /// <summary>Signed in, but not allowed. 403.</summary>
    Forbidden,

    /// <summary>Unknown, malformed, foreign or with a wrong secret: one answer for all four. 404.</summary>
    NotFound,

    /// <summary>Somebody else holds it. A blocked taker gets the same. 409.</summary>
    AlreadyClaimed,

    /// <summary>The offerer can't claim their own rose. 409.</summary>
    OwnRose,

    /// <summary>A rose does not go straight back to the person it came from. 409.</summary>
    DirectBounce,

    /// <summary>The offer expired and the rose went back. 409.</summary>
    Returned,

    /// <summary>The sender took it back. 409.</summary>
    Withdrawn,

    /// <summary>An operator voided it. 409.</summary>
    Voided,

    /// <summary>Only the holder may do this. 409.</summary>
    NotHolder,

    /// <summary>It is addressed to somebody else. 409.</summary>
    NotForYou,

    /// <summary>Today's allowance (or the budget) does not cover it. 409.</summary>
    AllowanceUsed,

    /// <summary>The bouquet's last share is gone. 409.</summary>
    BouquetEmpty,

    /// <summary>This person has a share of the bouquet already. 409.</summary>
    AlreadyInBouquet,

    /// <summary>The command id was used before with other content. 409.</summary>
    CommandReused,

    /// <summary>The command id is older than the horizon of 24 h and unknown. 409.</summary>
    TooOld,

    /// <summary>The campaign has not begun, is over, or is switched off. 409.</summary>
    CampaignClosed,

    /// <summary>The text can't be shown; the person may change it. 422.</summary>
    TextRefused,

    /// <summary>Too many requests of one person. 429 with Retry-After.</summary>
    SlowDown,

    /// <summary>Too much work in flight. 429 with Retry-After; same command again.</summary>
    Busy,

    /// <summary>It may or may not be done. 503; the same command again tells.</summary>
    OutcomeUnknown,

    /// <summary>Somebody else decided it before. 409.</summary>
    AlreadyDecided,

    /// <summary>Enrolled with another company, or somebody else enrolled with this entry. 409.</summary>
    AlreadyEnrolled,

    /// <summary>Only an enrolled courier may do this. 409.</summary>
    NotEnrolled,

    /// <summary>The day's limit is used up. 409.</summary>
    DailyLimit,

    /// <summary>The code or the time window is over. 409.</summary>
    Expired,

    /// <summary>Frozen until somebody has looked at it. 409.</summary>
    Frozen,

    /// <summary>An operator switched this off for now. 409.</summary>
    SwitchedOff,

    /// <summary>A higher identity level of a volunteer is needed, or their birth date. 409.</summary>
    LevelNeeded,

    /// <summary>A guardian's consent is needed. 409.</summary>
    GuardianNeeded,

    /// <summary>Not at this age. 409.</summary>
    TooYoung,

    /// <summary>Another account has this real name. 409.</summary>
    IdentityTaken,

    /// <summary>In as many teams as one person may be. 409.</summary>
    TooMany,

    /// <summary>Another sign-up of this person is at the same time. 409.</summary>
    Overlaps,

    /// <summary>No place is left, in the waitlist neither. 409.</summary>
    Full,
}
