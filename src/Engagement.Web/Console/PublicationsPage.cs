using Engagement.Contracts;
using Engagement.Grains.Publications;
using Engagement.Web.Boards;
using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>Periods whose boards are frozen or published.</summary>
public sealed record PublicationsPage(IReadOnlyList<PublicationRow> Rows);

/// <summary>A period that is over.</summary>
/// <param name="Row">As everybody sees it.</param>
/// <param name="Open">Objections that nobody has decided about.</param>
/// <param name="Waits">Something is laid down and waits for a confirmation.</param>
/// <param name="Frozen">The freeze lasts.</param>
public sealed record PublicationRow(PublishedRow Row, int Open, bool Waits, bool Frozen);

/// <summary>An objection as operators see it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Objection">The record.</param>
/// <param name="Unit">Name of the line's unit.</param>
/// <param name="Note">Own words; null for none, or when their account is gone.</param>
public sealed record ObjectionRow(int Number, Objection Objection, string Unit, string? Note);

/// <summary>One period in the console.</summary>
/// <param name="Row">As everybody sees it.</param>
/// <param name="State">The record.</param>
/// <param name="Changes">From the edition that holds to what is laid down, or to the boards as they are now.</param>
/// <param name="Frozen">The freeze lasts.</param>
public sealed record PublicationPage(PublishedRow Row, PublicationState State, IReadOnlyList<SnapshotChange> Changes, bool Frozen)
{
    /// <summary>What staff call the people in it.</summary>
    public required Func<ParticipantId, string> Name { get; init; }

    /// <summary>Objections with their words.</summary>
    public required IReadOnlyList<ObjectionRow> Objections { get; init; }

    /// <summary>The reader may confirm what is laid down.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>The field that was not right.</summary>
    public string? Fault { get; init; }

    /// <summary>Objections that nobody has decided about.</summary>
    public int Open => Objections.Count(row => row.Objection.State == ObjectionState.Open);

    /// <summary>Something can be laid down now.</summary>
    public bool MayPropose => State.Proposed is null && !Frozen && Open == 0 && (State.Stage == PublicationStage.Closed || Changes.Count > 0);

    /// <summary>The form's key.</summary>
    public string Command { get; } = CommandKey.New();
}
