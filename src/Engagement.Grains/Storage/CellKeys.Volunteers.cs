using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;

namespace Engagement.Grains.Storage;

public sealed partial class CellKeys
{
    private readonly byte[] _realNames;
    private readonly byte[] _volunteers;
    private readonly byte[] _guardians;

    /// <summary>The key of an ID number: HMAC, so that the store never holds a number that could be matched without this key.</summary>
    public RealNameKey IdNumber(NationalId id) => new(Truncated(_realNames, Encoding.ASCII.GetBytes("id " + id.Number)));

    /// <summary>The key of a real name as it is stored (<see cref="RealNameText.Read"/>).</summary>
    public RealNameKey NameOf(string name) => new(Truncated(_realNames, Encoding.UTF8.GetBytes("name " + name)));

    /// <summary>A volunteer's number: follows from who they are in the campaign and from nothing that anybody knows.</summary>
    public string VolunteerNumber(ParticipantId volunteer) =>
        Volunteers.VolunteerNumber.Of(HMACSHA256.HashData(_volunteers, OpaqueId.Bytes(volunteer.Value)));

    /// <summary>What opens a minor's page for their guardian's word of this number.</summary>
    public string GuardianCode(ParticipantId minor, int word)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, word);
        return OpaqueId.Format(Truncated(_guardians, [.. OpaqueId.Bytes(minor.Value), .. number]));
    }

    /// <summary>Compares in constant time.</summary>
    public bool IsGuardianCode(ParticipantId minor, int word, string? code) => code is { Length: OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.ASCII.GetBytes(GuardianCode(minor, word)));

    /// <summary>What a team's members type or scan to join.</summary>
    public string TeamCode(Guid team) => ShortCode.Of(HMACSHA256.HashData(_volunteers, (byte[])[.. "team"u8, .. OpaqueId.Bytes(team)]), Teams.TeamState.CodeLength);
}
