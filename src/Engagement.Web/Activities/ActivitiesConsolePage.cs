using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>Activities in the console.</summary>
/// <param name="Units">Organisations for which the reader organises.</param>
/// <param name="Waiting">What waits for the reader as reviewer, longest first.</param>
/// <param name="Mine">Activities of the reader's organisations, newest first.</param>
public sealed record ActivitiesConsolePage(IReadOnlyList<Choice> Units, IReadOnlyList<ActivityConsoleRow> Waiting, IReadOnlyList<ActivityConsoleRow> Mine);

/// <summary>An activity in a list of the console.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="Start">When the first shift begins; null without shifts.</param>
/// <param name="Taken">Places that are given or kept.</param>
/// <param name="Places">Places.</param>
public sealed record ActivityConsoleRow(string Id, string Title, string Organisation, ActivityStage Stage, DateTimeOffset? Start, int Taken, int Places);

/// <summary>The form of an activity.</summary>
/// <param name="Id">Its id; null for a new one.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Faults">Fields that were not right.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Services">Classes of service to choose from.</param>
/// <param name="Published">People can see it: what changes is told.</param>
public sealed record ActivityFormPage(
    string? Id, string Organisation, string OrganisationName, ActivityForm Form, IReadOnlyList<string> Faults, IReadOnlyList<Choice> Districts, IReadOnlyList<Choice> Services,
    bool Published)
{
    /// <summary>Words were refused, not missing.</summary>
    public bool Refused { get; init; }

    public string Command { get; init; } = CommandKey.New();
}

/// <summary>An activity as its organisers and reviewers see it.</summary>
/// <param name="Activity">As people read it.</param>
/// <param name="Shifts">Who comes, by shift.</param>
/// <param name="MayOrganise">The reader may change it.</param>
/// <param name="MayReview">The reader may decide about it.</param>
public sealed record ActivityDeskPage(ActivityPage Activity, IReadOnlyList<RosterShift> Shifts, bool MayOrganise, bool MayReview)
{
    /// <summary>Why it was sent back; empty otherwise.</summary>
    public string Returned { get; init; } = "";

    /// <summary>What participants said, by how many; empty below <see cref="ActivityDesk.FewestVoices"/> of them.</summary>
    public IReadOnlyList<(ActivityFeedback Said, int Count)> Voices { get; init; } = [];

    /// <summary>People with a place who are not on the insured list.</summary>
    public int Uninsured { get; init; }

    /// <summary>Minutes by which a shift may be extended.</summary>
    public int ExtendMinutes { get; init; }

    /// <summary>What was not right with the latest command: a key of the texts.</summary>
    public string? Fault { get; init; }

    /// <summary>Everything that is missing before it can be handed in.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>A shift with who comes.</summary>
/// <param name="Row">The shift.</param>
/// <param name="Places">Its places.</param>
/// <param name="Extended">Minutes by which it was extended.</param>
/// <param name="People">Those with a place first, then the waitlist in its order.</param>
/// <param name="Over">It is over.</param>
public sealed record RosterShift(ShiftRow Row, int Places, int Extended, IReadOnlyList<RosterRow> People, bool Over);

/// <summary>A person of the roster.</summary>
/// <param name="Person">Id, for forms.</param>
/// <param name="Name">Their name, or the beginning of their id.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Insured">On the insured list.</param>
/// <param name="Marked">Somebody noted that they did not come.</param>
/// <param name="Reason">The reason that they gave.</param>
/// <param name="Came">They checked in.</param>
public sealed record RosterRow(string Person, string Name, SignUpState State, bool Insured, bool Marked, ExcuseReason Reason, bool Came)
{
    /// <summary>Whether it can be noted that they did not come.</summary>
    public bool MayBeMissed => (State is SignUpState.Confirmed or SignUpState.Reconfirm) && !Came && !Marked && Reason == ExcuseReason.None;
}
