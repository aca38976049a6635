using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Protection;

/// <summary>Names of a letter's entries outside its record.</summary>
internal static class ProtectionEffects
{
    /// <summary>Counter: issued, honoured and refused by company, like <c>honoured:sf</c>.</summary>
    public const string Totals = "protections";

    /// <summary>Company of city riders in counters.</summary>
    public const string Pool = "pool";

    /// <summary>The first word of an act's message that its level passed E2, up or down.</summary>
    public const string LookKind = "protect";

    /// <summary>A courier's letters, by when they were issued.</summary>
    public static string Of(ParticipantId courier) => $"protections:{courier}";

    /// <summary>A company's letters, by when they were issued: those that wait for its answer, or the others.</summary>
    public static string For(string company, bool open) => (open ? "protections-open:" : "protections-for:") + company;

    public static RedisValue Member(CivicActId act) => OpaqueId.Bytes(act.Value);

    /// <summary>In an act's commit: its level passed E2. The command makes every message its own, so that none is taken for another.</summary>
    public static Effect Look(CivicActId act, CommandId command) => new Index(RoseEffects.Agenda, $"{LookKind}:{act}:{command}", AgendaEntry.AtOnce);
}
