namespace Engagement.Tests.Site;

/// <summary>People of the authorisation matrix. Each is somebody else; their roles are Local's.</summary>
[Flags]
public enum Who
{
    /// <summary>No session opens it: requests are signed by other means.</summary>
    Nobody = 0,

    /// <summary>Without a session.</summary>
    Guest = 1,

    /// <summary>Signed in, without a role.</summary>
    Citizen = 2,

    /// <summary>Reviewer of all districts.</summary>
    Reviewer = 4,

    /// <summary>Steward of the first company; a row's <c>{company}</c> is this one.</summary>
    Steward = 8,

    /// <summary>Steward of the second company, for whom the first is a foreign one.</summary>
    OtherSteward = 16,

    /// <summary>Keeper of stations.</summary>
    Keeper = 32,

    /// <summary>Operator.</summary>
    Operator = 64,

    /// <summary>Organiser of the first volunteer organisation.</summary>
    Organiser = 128,

    /// <summary>Whoever has a role.</summary>
    Staff = Reviewer | Steward | OtherSteward | Keeper | Operator | Organiser,

    /// <summary>Whoever has a session.</summary>
    People = Citizen | Reviewer | Steward | OtherSteward | Keeper | Operator | Organiser,

    /// <summary>Guests too.</summary>
    Everybody = Guest | People,
}
