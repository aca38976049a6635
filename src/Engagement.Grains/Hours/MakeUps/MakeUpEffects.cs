using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.MakeUps;

/// <summary>Names of a make-up's entries outside its record.</summary>
internal static class MakeUpEffects
{
    /// <summary>An organisation's make-ups that wait for another person.</summary>
    public static string Queue(string organisation) => $"makeups:{organisation}";

    /// <summary>The same of a district, for its reviewers; <c>none</c> for those without a district.</summary>
    public static string In(string? district) => $"makeups-in:{district ?? "none"}";

    /// <summary>A volunteer's make-ups that wait for their word.</summary>
    public static string For(ParticipantId volunteer) => $"makeups-for:{volunteer}";

    public static RedisValue Member(MakeUpId makeUp) => OpaqueId.Bytes(makeUp.Value);

    /// <summary>The agenda's name of its end.</summary>
    public static string Entry(MakeUpId makeUp) => $"makeup:{makeUp}";

    /// <summary>The message to the volunteer's ledger.</summary>
    public static Index Message(ParticipantId volunteer, MakeUpId makeUp) =>
        new(RoseEffects.Agenda, $"{HourEffects.Message}:{volunteer}:{HourEffects.MakeUp}:{makeUp}", AgendaEntry.AtOnce);
}
