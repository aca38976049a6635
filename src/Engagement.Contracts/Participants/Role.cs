namespace Engagement.Contracts;

/// <summary>What a person may do in the console (OP-01). The numbers are stored.</summary>
public enum Role
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Everything, in the whole campaign.</summary>
    Operator = 1,

    /// <summary>Decides about civic acts. Scope: a district's code, or empty for all districts.</summary>
    Reviewer = 2,

    /// <summary>Looks after a company's roster and letters. Scope: the company's id.</summary>
    CompanySteward = 3,

    /// <summary>Looks after a rose station. Scope: the station's id.</summary>
    StationKeeper = 4,

    /// <summary>Runs an organisation's volunteer activities. Scope: the organisation's id.</summary>
    Organiser = 5,

    /// <summary>Reviews activities, hours that were entered afterwards, and signals of hours. Scope: a district's code, or empty for all districts.</summary>
    HoursReviewer = 6,
}
