using Engagement.Web.Prompts;
using Engagement.Web.Shared;

namespace Engagement.Web.Roses;

/// <summary>One rose at <c>/r/{id}</c>, for everybody who may come: envelope, opened letter, waiting, or gone elsewhere.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Viewer">Who is looking.</param>
/// <param name="Giver">Chosen name of the sender; null for an anonymous one.</param>
/// <param name="People">People it has been with.</param>
/// <param name="Secret">The link's secret, sent back with the claim.</param>
/// <param name="Letter">For giver and taker only.</param>
/// <param name="Holder">Name of the person who has it, when that person allows it.</param>
/// <param name="Place">The reader's position in the chain.</param>
/// <param name="Until">Offered: when it returns. Held: until when passing on keeps its rhythm.</param>
/// <param name="Thanks">The phrase that the taker said back; null when none yet.</param>
/// <param name="CanPass">The reader holds it.</param>
/// <param name="JustOpened">First look after taking it: petals unfold.</param>
/// <param name="Phrases">What the taker can say back.</param>
/// <param name="SignIn">Where a guest signs in before taking it; null for somebody who is in.</param>
public sealed record RosePage(
    string Id, RoseStage Stage, RoseViewer Viewer, string? Giver, int People, string? Secret = null, Letter? Letter = null, string? Holder = null,
    int? Place = null, DateTimeOffset? Until = null, string? Thanks = null, bool CanPass = false, bool JustOpened = false,
    IReadOnlyList<Choice>? Phrases = null, string? SignIn = null)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The absolute claim link that the reader came with and that anybody may use; null for none.</summary>
    public string? Claim { get; init; }

    /// <summary>Asks whether WeChat may tell when a rose moves; null when it is not the moment.</summary>
    public PromptBox? Prompt { get; init; }

    /// <summary>It lies at a station, whose name is <paramref name="Holder"/>, for the next visitor.</summary>
    public bool Lies { get; init; }

    /// <summary>The reader's own letter that came back with nobody taking it; null for none.</summary>
    public Letter? Unsent { get; init; }

    /// <summary>Something good has just come to the reader: a letter opened, or a rose back in their hands.</summary>
    public bool Gives => Part == "/Roses/_Opened.cshtml" || Stage == RoseStage.Returned && Viewer == RoseViewer.Giver;

    public string Part => (Stage, Viewer) switch
    {
        (_, RoseViewer.Taker) when Letter is not null && Stage is not (RoseStage.Voided or RoseStage.UnderReview) => "/Roses/_Opened.cshtml",
        (RoseStage.Offered, RoseViewer.Giver) => "/Roses/_Waiting.cshtml",
        (RoseStage.Offered, _) => "/Roses/_Envelope.cshtml",
        _ => "/Roses/_Elsewhere.cshtml",
    };
}
