using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>Preset letters by reason.</summary>
public sealed record TextsPage(IReadOnlyList<TextGroup> Groups);

/// <summary>A reason's letters.</summary>
public sealed record TextGroup(string Title, IReadOnlyList<TextRow> Rows);

/// <summary>A preset letter as it is offered.</summary>
/// <param name="Preset">Id of the seed.</param>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
/// <param name="Changed">An operator changed it.</param>
public sealed record TextRow(string Preset, string Zh, string En, bool Changed);

/// <summary>One preset letter.</summary>
/// <param name="Seeded">As the seed says it.</param>
/// <param name="Now">As it is offered.</param>
/// <param name="Wordings">What operators ever made of it, newest first.</param>
/// <param name="Fault">The field that was not right: zh, en, reason, or preset when there are too many wordings.</param>
/// <param name="Form">What was filled in.</param>
public sealed record TextPage(Phrase Seeded, Phrase Now, IReadOnlyList<PresetWording> Wordings, string? Fault = null, TextForm? Form = null)
{
    /// <summary>An operator changed it.</summary>
    public bool Changed => Now.Id != Seeded.Id;
}

/// <summary>Other words for a preset letter.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">Id of the wording that the preview showed as holding; null without a preview.</param>
public sealed record TextForm(string? Zh = null, string? En = null, string? Reason = null, string? Before = null);
