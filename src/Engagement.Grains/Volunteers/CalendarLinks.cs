using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>Secret links of calendar feeds: an HMAC of the person and of how many links they made, so nothing is stored and a new one makes the old one dead.</summary>
public sealed class CalendarLinks(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys)
{
    private const string Purpose = "calendar";

    /// <summary>The secret of a person's feed; null when they have none.</summary>
    public async Task<string?> Of(ParticipantId person)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(VolunteerState.Kind, person.ToString()));
        return record is not null && format.Read<VolunteerState>(record) is { HasFeed: true } volunteer ? keys.SceneTag(Purpose, person.Value, volunteer.Feeds) : null;
    }

    /// <summary>Whether this secret opens the person's feed now; compares in constant time.</summary>
    public async Task<bool> Opens(ParticipantId person, string? secret) => await Of(person) is { } right && secret is { Length: OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(right));
}
