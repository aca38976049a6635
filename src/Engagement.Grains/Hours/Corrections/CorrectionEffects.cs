using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>Names of a request's entries outside its record.</summary>
internal static class CorrectionEffects
{
    /// <summary>A volunteer's requests.</summary>
    public static string Of(ParticipantId volunteer) => $"corrections-of:{volunteer}";

    /// <summary>An organisation's open requests.</summary>
    public static string Queue(string organisation) => $"corrections:{organisation}";

    /// <summary>A district's requests that a reviewer decides; <c>none</c> for those without a district.</summary>
    public static string Escalated(string? district) => $"corrections-in:{district ?? "none"}";

    public static RedisValue Member(CorrectionId correction) => OpaqueId.Bytes(correction.Value);

    /// <summary>The agenda's name of its deadline.</summary>
    public static string Entry(CorrectionId correction) => $"correction:{correction}";

    /// <summary>The message to the volunteer's ledger.</summary>
    public static Index Message(ParticipantId volunteer, CorrectionId correction) =>
        new(RoseEffects.Agenda, $"{HourEffects.Message}:{volunteer}:{HourEffects.Fix}:{correction}", AgendaEntry.AtOnce);
}
