using Engagement.Web.Journeys;
using Engagement.Web.Shared;

namespace Engagement.Web.Paper;

/// <summary>A printed rose, for anybody who has its code: where it is, and what the reader can do.</summary>
/// <param name="Stage">What it is to the reader.</param>
/// <param name="Code">The code as it stands in the address; null where the rose is shown by its own id.</param>
/// <param name="Rose">Rose id; null before the first scan.</param>
/// <param name="People">Distinct people whom it has been with.</param>
/// <param name="Passes">Times that it was passed on.</param>
/// <param name="Days">Shanghai days since its first scan, that day included.</param>
public sealed record PaperPage(PaperStage Stage, string? Code, string? Rose = null, int People = 0, int Passes = 0, int Days = 0)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>Until when it can be taken, while it is handed over.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where a guest signs in; null for somebody who is in.</summary>
    public string? SignIn { get; init; }

    /// <summary>Whose couriers brought it out first, as a phrase; null for a rose that is no seed.</summary>
    public string? Seed { get; init; }

    /// <summary>Key of the sentence that says why the last press of the button did nothing; null without one.</summary>
    public string? Fault { get; init; }

    /// <summary>Its way on the map; null before the first scan.</summary>
    public JourneyPage? Journey { get; init; }

    /// <summary>It is frozen because of a way that nobody can have gone, and not because of too many people.</summary>
    public bool Travelled { get; init; }

    /// <summary>The station where it lies for the next visitor; null when it is in a hand.</summary>
    public (string Id, string Name)? Station { get; init; }

    /// <summary>The reader has just become its first holder.</summary>
    public bool JustFound { get; init; }

    /// <summary>What to type instead of scanning, as it is printed.</summary>
    public string? Short { get; init; }
}
