namespace Engagement.Grains.Paper;

/// <summary>
/// Where a hand-over was, as far as anything is known without asking for a location. Where people live is not where they meet, so only two who
/// chose the same district are taken to have met there; a station stands where it stands (OR-03, docs/decisions/0022).
/// </summary>
/// <param name="District">District code; null when the place is not known: then nothing follows from it.</param>
/// <param name="Apart">Districts that lie between it and the rose's last known place.</param>
internal readonly record struct Whereabouts(string? District, int Apart)
{
    /// <summary>Whether nobody could have brought the rose here from its last known place in the time between.</summary>
    /// <param name="paper">The rose, with its last known place.</param>
    /// <param name="at">Unix milliseconds of this hand-over.</param>
    /// <param name="minutesPerDistrict">What crossing a district takes at least.</param>
    public bool IsTooFar(PaperOrigin paper, long at, int minutesPerDistrict) =>
        District is not null && paper.Place is not null && Math.Abs(at - paper.PlaceAt) < Apart * minutesPerDistrict * 60_000L;
}
