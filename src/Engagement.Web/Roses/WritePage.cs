using Engagement.Web.Shared;

namespace Engagement.Web.Roses;

/// <summary>Write a letter and seal it: a new rose, or one that is passed on.</summary>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Signature">The sender's display name; null has none yet and signs as a citizen.</param>
/// <param name="Left">Roses left today; null when passing on, which costs none.</param>
/// <param name="Rose">Id of the rose that is passed on; null for a new one.</param>
/// <param name="People">People the rose has been with.</param>
/// <param name="Known">People the sender may address directly.</param>
/// <param name="Fault">Why the last try was not taken; the words are kept.</param>
public sealed record WritePage(
    WriteForm Form, string? Signature, int? Left = null, string? Rose = null, int People = 1, IReadOnlyList<Choice>? Known = null, StateKind? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();

    public string Action => Rose is null ? "/roses" : $"/r/{Rose}/pass";

    public string Address => Rose is null ? "/roses/new" : $"/r/{Rose}/pass";
}
