using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Imports;

/// <summary>Names of what uploads of hours stand for outside their records.</summary>
internal static class ImportEffects
{
    /// <summary>Agenda: a step of an upload.</summary>
    public const string StepKind = "hourimport";

    /// <summary>Agenda: the end of a row's wait.</summary>
    public const string RowKind = "hourrow";

    /// <summary>Uploads that wait for approval, longest waiting first.</summary>
    public const string Waiting = "hour-imports-waiting";

    /// <summary>An organisation's uploads, by their instant.</summary>
    public static string Of(string organisation) => $"hour-imports:{organisation}";

    /// <summary>A volunteer's rows that wait for their word, by the instant of the service.</summary>
    public static string For(ParticipantId volunteer) => $"hour-rows:{volunteer}";

    /// <summary>Counter of an upload: its rows by stage.</summary>
    public static string Stages(string import) => $"hour-import:{import}";

    /// <summary>The agenda's name of a row's end.</summary>
    public static string Entry(HourRowId row) => $"{RowKind}:{row}";

    public static RedisValue Member(HourRowId row) => OpaqueId.Bytes(row.Value);
}
