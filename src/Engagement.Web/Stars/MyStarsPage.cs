using Engagement.Contracts;
using Engagement.Grains.Stars;

namespace Engagement.Web.Stars;

/// <summary>A volunteer's stars.</summary>
/// <param name="Star">The record; null before the first application.</param>
/// <param name="Facts">Hours and identity as they stand.</param>
/// <param name="Options">Levels of the city.</param>
/// <param name="Now">This instant.</param>
/// <param name="Refused">The last wish was not carried out: the level is not reached.</param>
public sealed record MyStarsPage(StarState? Star, StarFacts Facts, StarOptions Options, DateTimeOffset Now, bool Refused = false)
{
    /// <summary>The highest star.</summary>
    public int Level => Star?.Level ?? 0;

    /// <summary>The highest level that is reached.</summary>
    public int Reached => Facts.Reached(Options, Now);

    /// <summary>The level that may be applied for; 0 for none.</summary>
    public int Next => Facts.Level == IdentityLevel.RealName && Reached > Level && Star?.Open is null && Star?.Bar is null ? Reached : 0;

    /// <summary>The level after the highest that is reached; null above the last.</summary>
    public StarLevel? Ahead => Reached < Options.All.Count ? Options.All[Reached] : null;

    /// <summary>Minutes that it still needs; 0 when only months are missing.</summary>
    public int Missing => Ahead is { } ahead ? Math.Max(0, (ahead.Hours * 60) - Facts.Minutes) : 0;
}

/// <summary>Public notices.</summary>
/// <param name="Notices">Those that end first in front.</param>
/// <param name="Days">Working days that a notice has.</param>
/// <param name="Objecting">The one that somebody objects to; null for none.</param>
/// <param name="Fault">Why an objection was not taken.</param>
/// <param name="Taken">An objection was taken.</param>
public sealed record StarNoticesPage(IReadOnlyList<StarNotice> Notices, int Days, StarNotice? Objecting = null, Outcome Fault = Outcome.Done, bool Taken = false)
{
    /// <summary>On one page.</summary>
    public const int Each = 100;
}

/// <summary>What waits for a reviewer.</summary>
/// <param name="Waiting">Applications, objections and appeals, longest waiting first.</param>
/// <param name="Fault">A volunteer number was not found.</param>
public sealed record StarQueuePage(IReadOnlyList<StarState> Waiting, bool Fault = false)
{
    /// <summary>Looked at, at most.</summary>
    public const int Each = 100;
}

/// <summary>One volunteer's stars, for a reviewer.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Number">Volunteer number; null for none.</param>
/// <param name="Star">The record; null when they never applied.</param>
/// <param name="Facts">Hours as they stand, and whether somebody looks at them.</param>
/// <param name="Ends">When a notice that begins now ends; null when nobody has published that year's working days.</param>
/// <param name="Words">Words of objections, by number.</param>
public sealed record StarReviewPage(ParticipantId Volunteer, string? Number, StarState? Star, StarFacts Facts, DateTimeOffset? Ends, IReadOnlyDictionary<int, string> Words);
