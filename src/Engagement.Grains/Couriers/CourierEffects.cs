using System.Globalization;
using Engagement.Contracts;

namespace Engagement.Grains.Couriers;

/// <summary>Names of couriers' entries outside their records, and the messages between the records of courier, number and participant.</summary>
public static class CourierEffects
{
    /// <summary>Counter of active couriers: a field per company, and <see cref="Pool"/>.</summary>
    public const string Couriers = "couriers";

    /// <summary>Field of the couriers without a company.</summary>
    public const string Pool = "pool";

    /// <summary>The numbers that a company lists, by the instant of listing.</summary>
    public static string Roster(string company) => $"rosters:{company}";

    /// <summary>The field that a courier of this company is counted in.</summary>
    public static string Field(string? company) => company ?? Pool;

    /// <summary>Number to courier: they confirmed, and are to be enrolled.</summary>
    internal static string Enrol(ParticipantId courier, PhoneKey phone, long confirmation, string company, bool show, CommandId command) =>
        string.Create(CultureInfo.InvariantCulture, $"enrol:{courier}:{phone}:{confirmation}:{company}:{(show ? 1 : 0)}:{command}");

    /// <summary>Number to courier: the company took the number off its roster.</summary>
    internal static string Dismiss(ParticipantId courier, PhoneKey phone, long confirmation) =>
        string.Create(CultureInfo.InvariantCulture, $"dismiss:{courier}:{phone}:{confirmation}");

    /// <summary>Courier to number: the confirmation has ended; with <paramref name="erase"/> the account was closed.</summary>
    internal static string Free(PhoneKey phone, ParticipantId courier, long confirmation, bool erase = false) =>
        string.Create(CultureInfo.InvariantCulture, $"free:{phone}:{courier}:{confirmation}{(erase ? ":erase" : "")}");

    /// <summary>Courier to participant: the company changed, or stops counting.</summary>
    internal static string Affiliate(ParticipantId courier, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"affiliate:{courier}:{version}");

    /// <summary>Participant to courier: the account was closed.</summary>
    internal static string Depart(ParticipantId courier) => $"depart:{courier}";

    internal static StackExchange.Redis.RedisValue Member(PhoneKey phone) => OpaqueId.Bytes(phone.Value);
}
