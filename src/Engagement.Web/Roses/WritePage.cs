using Engagement.Web.Shared;

namespace Engagement.Web.Roses;

/// <summary>Write a letter and seal it: a new rose, or one that is passed on.</summary>
/// <param name="Form">What was filled in so far; its sentence is one of <paramref name="Sentences"/>.</param>
/// <param name="Sentences">Ready-made sentences of the catalogue, in its order.</param>
/// <param name="Reasons">Reasons for own words; the first, a neutral one, unless another is chosen.</param>
/// <param name="Signature">The sender's display name as the reader will see it; null has none, or a held one, and signs as a citizen.</param>
/// <param name="Left">Roses left today; null when passing on, which costs none.</param>
/// <param name="Rose">Id of the rose that is passed on; null for a new one.</param>
/// <param name="People">People the rose has been with.</param>
/// <param name="Known">People the sender may address directly.</param>
/// <param name="Fault">Why the last try was not taken; the words are kept.</param>
public sealed record WritePage(
    WriteForm Form, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Choice> Reasons, string? Signature, int? Left = null, string? Rose = null, int People = 1, IReadOnlyList<Choice>? Known = null, StateKind? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The sender's name waits for review, so the letter does not bear it yet.</summary>
    public bool NameHeld { get; init; }

    /// <summary>The sentence that shows.</summary>
    public Sentence? Chosen => Sentences.FirstOrDefault(sentence => sentence.Id == Form.Preset) ?? Sentences.FirstOrDefault();

    /// <summary>The sentence after it.</summary>
    public string? Next => Sentences.Count == 0 ? null : Sentences[(Sentences.ToList().FindIndex(sentence => sentence == Chosen) + 1) % Sentences.Count].Id;

    public string Action => Rose is null ? "/roses" : $"/r/{Rose}/pass";

    public string Address => Rose is null ? "/roses/new" : $"/r/{Rose}/pass";
}
