namespace Engagement.Web.Shared;

/// <summary>Every outcome that has a page of its own. Names equal the API's outcomes where one exists.</summary>
public enum StateKind
{
    Invalid, SignInRequired, Forbidden, NotFound,
    AlreadyClaimed, OwnRose, DirectBounce, Returned, Withdrawn, Voided, NotHolder, NotForYou, AllowanceUsed,
    BouquetEmpty, AlreadyInBouquet, CommandReused, TooOld, CampaignClosed, TextRefused, SlowDown, Busy, OutcomeUnknown,
    StoreDown, Crowded, AlreadyDecided, AlreadyEnrolled, NotEnrolled, DailyLimit, Expired, Frozen, SwitchedOff, Overlaps, Full,
    LevelNeeded, GuardianNeeded, TooYoung, IdentityTaken, TooMany,
    HeldForReview, Reported, Blocked, AccountClosed,
}
