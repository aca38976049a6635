using Engagement.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Problems;

/// <summary>Outcomes as HTTP (design.md §5): RFC 9457 problem details with the outcome, and for bad input the field and the reason.</summary>
public static class OutcomeProblem
{
    /// <summary>The status of an outcome.</summary>
    public static int Status(Outcome outcome) => outcome switch
    {
        Outcome.Done => StatusCodes.Status200OK,
        Outcome.Invalid => StatusCodes.Status400BadRequest,
        Outcome.SignInRequired => StatusCodes.Status401Unauthorized,
        Outcome.Forbidden => StatusCodes.Status403Forbidden,
        Outcome.NotFound => StatusCodes.Status404NotFound,
        Outcome.TextRefused => StatusCodes.Status422UnprocessableEntity,
        Outcome.SlowDown or Outcome.Busy => StatusCodes.Status429TooManyRequests,
        Outcome.OutcomeUnknown => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>The problem that an outcome is.</summary>
    public static ProblemDetails Details(Outcome outcome, string? field = null, string? reason = null)
    {
        var problem = new ProblemDetails
        {
            Type = "urn:engagement:outcome:" + outcome,
            Title = Title(outcome),
            Status = Status(outcome),
            Extensions = { ["outcome"] = outcome.ToString() },
        };
        if (field is not null)
        {
            problem.Extensions["field"] = field;
            problem.Extensions["reason"] = problem.Detail = reason ?? "is missing, malformed or out of range";
        }

        return problem;
    }

    /// <summary>The answer of an API action.</summary>
    public static ObjectResult Result(Outcome outcome, string? field = null, string? reason = null) => new(Details(outcome, field, reason))
    {
        StatusCode = Status(outcome),
        ContentTypes = { "application/problem+json" },
    };

    // English, for programs and their authors; pages have their own words from resources.
    private static string Title(Outcome outcome) => outcome switch
    {
        Outcome.Invalid => "A field is not valid.",
        Outcome.SignInRequired => "Sign in first.",
        Outcome.Forbidden => "This is not allowed.",
        Outcome.NotFound => "There is nothing here.",
        Outcome.AlreadyClaimed => "Somebody else has taken it.",
        Outcome.OwnRose => "Your own rose waits for somebody else.",
        Outcome.DirectBounce => "A rose does not go straight back to where it came from.",
        Outcome.Returned => "The offer expired and went back.",
        Outcome.Withdrawn => "Its sender took it back.",
        Outcome.Voided => "An operator voided it.",
        Outcome.NotHolder => "Only the person who holds it can do this.",
        Outcome.NotForYou => "It is addressed to somebody else.",
        Outcome.AllowanceUsed => "The allowance does not cover this.",
        Outcome.BouquetEmpty => "The last share is gone.",
        Outcome.AlreadyInBouquet => "You have a share already.",
        Outcome.CommandReused => "The command id was used with other content.",
        Outcome.TooOld => "The command id is older than 24 hours and unknown.",
        Outcome.CampaignClosed => "The campaign is not open.",
        Outcome.TextRefused => "This text can't be shown.",
        Outcome.SlowDown => "Too many requests; wait a little.",
        Outcome.Busy => "Much is going on; send the same command again in a moment.",
        Outcome.OutcomeUnknown => "It may or may not be done; the same command again tells.",
        Outcome.AlreadyDecided => "Somebody else decided it before.",
        Outcome.AlreadyEnrolled => "Enrolled already.",
        Outcome.NotEnrolled => "Only an enrolled courier may do this.",
        Outcome.DailyLimit => "The day's limit is used up.",
        Outcome.Expired => "The code or the time window is over.",
        Outcome.Frozen => "Frozen until somebody has looked at it.",
        Outcome.SwitchedOff => "Switched off for now.",
        Outcome.LevelNeeded => "A volunteer's registration, birth date or real name is needed first.",
        Outcome.GuardianNeeded => "A guardian's consent is needed.",
        Outcome.TooYoung => "Not at this age.",
        Outcome.IdentityTaken => "Another account has this real name.",
        Outcome.TooMany => "In as many teams as one person may be.",
        Outcome.Overlaps => "Another sign-up of yours is at the same time.",
        Outcome.Full => "No place is left, in the waitlist neither.",
        _ => outcome.ToString(),
    };
}
