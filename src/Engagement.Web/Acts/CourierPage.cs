using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Web.Shared;

namespace Engagement.Web.Acts;

/// <summary>The courier's first page: one tap logs an act.</summary>
/// <param name="Me">Whose drafts lie on the phone.</param>
/// <param name="Day">What may still be logged today.</param>
/// <param name="Buttons">All kinds.</param>
/// <param name="Places">For whoever wants to say where.</param>
/// <param name="Latest">The newest acts.</param>
/// <param name="Form">What was filled in, when it comes back.</param>
/// <param name="Fault">Key of the sentence that says why it came back.</param>
public sealed record CourierPage(
    string Me, CourierDay Day, IReadOnlyList<ActButton> Buttons, IReadOnlyList<Settings.District> Places, IReadOnlyList<ActRow> Latest, ActForm? Form = null, string? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>Printed roses that the courier was given to hand out, and how many of them began their way.</summary>
    public (int Roses, int OnTheWay) Carried { get; init; }

    /// <summary>How long couriers wait for a reviewer; null when it is not looked up.</summary>
    public ActWait? Wait { get; init; }
}

/// <summary>An act in a list.</summary>
/// <param name="Id">The act.</param>
/// <param name="Mark">Its character.</param>
/// <param name="Title">Its kind.</param>
/// <param name="At">When it was noted down.</param>
/// <param name="Review">Where its review is.</param>
/// <param name="Confirmed">Whoever was helped confirmed it.</param>
/// <param name="Hidden">Hidden by the courier.</param>
public sealed record ActRow(string Id, string Mark, string Title, DateTimeOffset At, ActReview Review, bool Confirmed, bool Hidden)
{
    /// <summary>Key of the words for where it is.</summary>
    public string Stage => Review == ActReview.Waiting && Confirmed ? "Acts.StageConfirmed" : "Acts.Stage" + Review;

    /// <summary>The courier is to do something.</summary>
    public bool IsDue => Review == ActReview.NeedInfo;
}
