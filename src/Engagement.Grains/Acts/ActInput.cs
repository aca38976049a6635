using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Photos;

namespace Engagement.Grains.Acts;

/// <summary>What an act's details may hold.</summary>
internal static class ActInput
{
    /// <summary>The first wrong field; null for none.</summary>
    public static string? Fault(ActDetails details, ICatalogue catalogue) =>
        details.Place is { } place && !IsPlace(place, catalogue) ? "place"
        : details.Photo is { } photo && !PhotoHash.IsOne(photo) ? "photo"
        : details.Note is { } note && MessageText.Validate(note) != MessageTextError.None ? "note"
        : null;

    private static bool IsPlace(string place, ICatalogue catalogue) => place.Length >= ActRules.DistrictDigits && place[..ActRules.DistrictDigits] is var district
        && (place.Length == ActRules.DistrictDigits ? catalogue.HasDistrict(place) : catalogue.HasCommunity(district, place));
}
