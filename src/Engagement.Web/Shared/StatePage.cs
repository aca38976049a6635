namespace Engagement.Web.Shared;

/// <summary>A kind word about an outcome, and one way forward.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Name">A person the sentence may name, for example who has the rose now.</param>
/// <param name="Way">Where the button leads; null takes the kind's usual way.</param>
/// <param name="RetrySeconds">How long to wait, where waiting helps.</param>
/// <param name="Again">The same request, to send once more with the same command.</param>
/// <param name="Rose">Rose id, when its chain may be looked at.</param>
public sealed record StatePage(StateKind Kind, string? Name = null, string? Way = null, int? RetrySeconds = null, SameAgain? Again = null, string? Rose = null)
{
    public string Href => Way ?? Kind switch
    {
        StateKind.SignInRequired => "/signin",
        StateKind.AlreadyClaimed or StateKind.Returned or StateKind.Withdrawn or StateKind.TextRefused or StateKind.BouquetEmpty
            or StateKind.Invalid or StateKind.TooOld or StateKind.CommandReused => "/roses/new",
        StateKind.OwnRose => "/mine?box=sent",
        StateKind.NotHolder or StateKind.AlreadyInBouquet => "/mine?box=held",
        StateKind.HeldForReview => "/mine?box=sent",
        StateKind.AllowanceUsed or StateKind.CampaignClosed => "/boards",
        StateKind.Reported or StateKind.Blocked => "/mine?box=received",
        StateKind.AlreadyEnrolled or StateKind.NotEnrolled => "/courier/enrol",
        StateKind.SwitchedOff => "/boards",
        StateKind.LevelNeeded or StateKind.GuardianNeeded or StateKind.IdentityTaken => "/me/volunteer",
        StateKind.TooMany => "/teams",
        StateKind.Overlaps => "/me/schedule",
        StateKind.Full => "/activities",
        _ => "/",
    };

    /// <summary>Petals of the little flower on top: a bud where something is still to come.</summary>
    public int People => Kind switch
    {
        StateKind.AlreadyClaimed or StateKind.AlreadyInBouquet or StateKind.OwnRose => 9,
        StateKind.AllowanceUsed or StateKind.CampaignClosed or StateKind.BouquetEmpty => 24,
        StateKind.HeldForReview or StateKind.Busy or StateKind.SlowDown or StateKind.OutcomeUnknown or StateKind.StoreDown or StateKind.Crowded => 2,
        _ => 1,
    };
}
