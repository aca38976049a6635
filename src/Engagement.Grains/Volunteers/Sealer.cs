using System.Globalization;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>Seals and opens what one volunteer's record holds, under the record's salt.</summary>
internal sealed class Sealer(CellKeys keys, ParticipantId volunteer)
{
    /// <summary>Whose.</summary>
    public ParticipantId Volunteer => volunteer;

    /// <summary>The volunteer's number.</summary>
    public string Number => keys.VolunteerNumber(volunteer);

    /// <summary>The record's salt; a new one for a record that has none, for ever after.</summary>
    public static byte[] SaltOf(VolunteerState state) => state.Salt.Length > 0 ? state.Salt : RandomNumberGenerator.GetBytes(32);

    /// <summary>Seals a text.</summary>
    public byte[] Seal(VolunteerState state, string text) => keys.Seal(text, state.Salt);

    /// <summary>Seals a day.</summary>
    public byte[] Seal(VolunteerState state, int day) => Seal(state, day.ToString(CultureInfo.InvariantCulture));

    /// <summary>Under the newest key.</summary>
    public byte[] Again(VolunteerState state, byte[] box) => keys.Reseal(box, state.Salt);

    /// <summary>Opens a text.</summary>
    public string Open(VolunteerState state, byte[] box) => keys.Open(box, state.Salt);

    /// <summary>Opens a day.</summary>
    public int Day(VolunteerState state, byte[] box) => int.Parse(Open(state, box), CultureInfo.InvariantCulture);

    /// <summary>The birth date; null when the record has none.</summary>
    public int? Birth(VolunteerState state) => state.Birth is { } box ? Day(state, box) : null;

    /// <summary>What tells whether two commands carry the same day, and nothing else about it.</summary>
    public string Digest(int day) => keys.NameOf(day.ToString(CultureInfo.InvariantCulture)).ToString();
}
