using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Volunteers;

/// <summary>What volunteers stand for outside their records: the one place that names its keys.</summary>
internal static class VolunteerEffects
{
    /// <summary>All volunteers, by number: members are number and id, all at score 0.</summary>
    public const string All = "volunteers";

    /// <summary>Volunteers by the HMAC of their real name: for finding one by the exact name.</summary>
    public const string Names = "volunteer-names";

    /// <summary>Who is known to be below 18: on no board of persons (LB-05).</summary>
    public const string Minors = "minors";

    /// <summary>Claims of ID numbers that wait, by their instant.</summary>
    public const string Merges = "merges";

    /// <summary>Counter: members of each team.</summary>
    public const string TeamSizes = "team-sizes";

    /// <summary>A number's owner is gone: message to the number.</summary>
    public const string FreeKind = "name-free";

    /// <summary>The claimant has the number now: message to them.</summary>
    public const string AdoptKind = "name-adopt";

    /// <summary>The claim was declined: message to who claimed.</summary>
    public const string RefusedKind = "name-refused";

    /// <summary>The account was joined with another one: message to it.</summary>
    public const string MergedKind = "name-merged";

    /// <summary>A guardian took the consent back: what was signed up for is to be cancelled.</summary>
    public const string UnguardKind = "unguard";

    /// <summary>A newer key is to seal what the record holds.</summary>
    public const string ResealKind = "reseal";

    // An id that is none has no text of its own.
    private const string Nobody = "-";

    /// <summary>Whether agenda entries of this kind are messages of this feature.</summary>
    public static bool IsMessage(string kind) => kind is FreeKind or AdoptKind or RefusedKind or MergedKind or UnguardKind or ResealKind;

    /// <summary>Null for a message that says what one of its kind says; else what it should.</summary>
    public static string? Fault(string[] message) => message switch
    {
        [FreeKind, var key, var owner, _] when RealNameKey.TryParse(key, out _) && ParticipantId.TryParse(owner, out _) => null,
        [AdoptKind or MergedKind, var one, var other, var key] when ParticipantId.TryParse(one, out _) && TryFrom(other, out _) && RealNameKey.TryParse(key, out _) => null,
        [RefusedKind, var claimant, var key, _] when ParticipantId.TryParse(claimant, out _) && RealNameKey.TryParse(key, out _) => null,
        [UnguardKind, var minor, _] when ParticipantId.TryParse(minor, out _) => null,
        [ResealKind, var volunteer] when ParticipantId.TryParse(volunteer, out _) => null,
        _ => "an ID number's accounts, a minor, or a record to be sealed again",
    };

    /// <summary>Reads the account that was joined; <c>-</c> is none.</summary>
    public static bool TryFrom(string text, out ParticipantId from)
    {
        from = default;
        return text == Nobody || ParticipantId.TryParse(text, out from);
    }

    /// <summary>A guardian's minors.</summary>
    public static string Wards(ParticipantId guardian) => $"wards:{guardian}";

    /// <summary>A team's members, by the instant of their admission.</summary>
    public static string Members(string team) => $"team-members:{team}";

    /// <summary>Who asks to join a team.</summary>
    public static string Asking(string team) => $"team-asking:{team}";

    public static string Free(RealNameKey key, ParticipantId owner, long at) => string.Create(CultureInfo.InvariantCulture, $"{FreeKind}:{key}:{owner}:{at}");

    /// <param name="claimant">To whom.</param>
    /// <param name="from">The account that was joined; none when it was closed before.</param>
    /// <param name="key">The number.</param>
    public static string Adopt(ParticipantId claimant, ParticipantId from, RealNameKey key) => $"{AdoptKind}:{claimant}:{(from.IsNone ? Nobody : from.ToString())}:{key}";

    public static string Refused(ParticipantId claimant, RealNameKey key, long claimedAt) => string.Create(CultureInfo.InvariantCulture, $"{RefusedKind}:{claimant}:{key}:{claimedAt}");

    public static string Merged(ParticipantId from, ParticipantId into, RealNameKey key) => $"{MergedKind}:{from}:{into}:{key}";

    public static string Unguard(ParticipantId minor, int word) => string.Create(CultureInfo.InvariantCulture, $"{UnguardKind}:{minor}:{word}");

    public static string Reseal(ParticipantId volunteer) => $"{ResealKind}:{volunteer}";

    /// <summary>The daily look at a minor's age.</summary>
    public static string Age(ParticipantId volunteer) => $"volunteer:{volunteer}:age";

    /// <summary>The end of the legal term of a closed account.</summary>
    public static string Term(ParticipantId volunteer) => $"volunteer:{volunteer}:term";

    public static RedisValue Member(ParticipantId volunteer) => OpaqueId.Bytes(volunteer.Value);

    public static RedisValue Numbered(string number, ParticipantId volunteer) =>
        (byte[])[.. System.Text.Encoding.ASCII.GetBytes(number), .. OpaqueId.Bytes(volunteer.Value)];

    public static RedisValue Named(RealNameKey name, ParticipantId volunteer) => (byte[])[.. OpaqueId.Bytes(name.Value), .. OpaqueId.Bytes(volunteer.Value)];
}
