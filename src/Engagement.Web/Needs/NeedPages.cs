using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Needs;

/// <summary>A person's orders, and the form of a new one.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">The field that was not right.</param>
/// <param name="Refused">Its words can't be shown.</param>
public sealed record NeedsPage(IReadOnlyList<NeedRow> Rows, IReadOnlyList<Choice> Districts, NeedForm Form, string? Fault = null, bool Refused = false)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>An order to be given.</summary>
public sealed record NeedForm(string? Title = null, string? District = null, string? Text = null, string? Contact = null);

/// <summary>An order in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">In a few words; null once they are gone.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="At">When it was ordered.</param>
/// <param name="District">District's name.</param>
public sealed record NeedRow(string Id, string? Title, NeedStage Stage, DateTimeOffset At, string? District);

/// <summary>One order.</summary>
/// <param name="Row">Its line.</param>
/// <param name="Text">What it is about; null once it is gone.</param>
/// <param name="Contact">How to reach the requester; null for who may not know.</param>
/// <param name="Organisation">Who is asked, or took it; null for nobody.</param>
/// <param name="Reason">Why it was rejected; null for who may not know.</param>
/// <param name="Stars">How it was; 0 for not said.</param>
/// <param name="Steps">What happened, newest first.</param>
public sealed record NeedPage(NeedRow Row, string? Text, string? Contact, string? Organisation, string? Reason, int Stars, IReadOnlyList<NeedLine> Steps)
{
    /// <summary>Organisations that can be asked; empty for who may not ask.</summary>
    public IReadOnlyList<Choice> Units { get; init; } = [];

    /// <summary>The reader may decide for the centre.</summary>
    public bool MayDecide { get; init; }

    /// <summary>The reader may answer for the organisation.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>The organisation's id.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A key of the texts.</summary>
    public string? Fault { get; init; }
}

/// <summary>A line of an order's history.</summary>
public sealed record NeedLine(DateTimeOffset At, NeedStage Stage, string? Organisation);

/// <summary>Orders in the console.</summary>
/// <param name="Waiting">For the centre, longest waiting first.</param>
/// <param name="Ours">For the reader's organisations, newest first.</param>
public sealed record NeedsDeskPage(IReadOnlyList<NeedRow> Waiting, IReadOnlyList<NeedRow> Ours);
