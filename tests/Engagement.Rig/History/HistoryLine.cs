using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Rig.History;

/// <summary>One line of a history file (docs/reliability.md).</summary>
/// <param name="Is">begin, call or return.</param>
/// <param name="Client">The client; of a begin 0.</param>
/// <param name="Sequence">The operation's number within the file; of a begin 0.</param>
/// <param name="At">Nanoseconds of the machine's monotonic clock.</param>
/// <param name="Wall">Unix milliseconds of the real clock.</param>
internal sealed record HistoryLine(string Is, int Client, long Sequence, long At, long Wall)
{
    /// <summary>The file's settings, on its begin lines.</summary>
    public HistorySettings? Settings { get; init; }

    /// <summary>On a call line.</summary>
    public OperationCall? Call { get; init; }

    /// <summary>On a return line.</summary>
    public string? Outcome { get; init; }

    /// <summary>On a return line.</summary>
    public OperationAnswer? Answer { get; init; }

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>What the checker must know of the city.</summary>
internal sealed record HistorySettings
{
    /// <summary>Roses one person may give per Shanghai day.</summary>
    public int PerDay { get; init; } = 5;

    /// <summary>Hours until an unclaimed offer or bouquet comes back.</summary>
    public int OfferHours { get; init; } = 24;

    /// <summary>How far the city's clocks may stand from the recorder's, in milliseconds: a silo with a clock of its own needs more.</summary>
    public long ClockSlack { get; init; } = 2_000;

    /// <summary>What run this was: seed, faults, versions.</summary>
    public string? Note { get; init; }
}
