using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Stations;

/// <summary>A station's record. Always: supplied + corrected = stock + handed out, and as many roses were born from it as it handed out.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.station.state")]
public sealed class StationState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "station";

    /// <summary>Shifts remembered; older ones are in the audit log.</summary>
    public const int ShiftsKept = 20;

    /// <summary>Visitors remembered: more than lay here on any day.</summary>
    public const int VisitorsKept = 500;

    /// <summary>Its own id.</summary>
    [Id(0)] public StationId Id { get; set; }

    /// <summary>On its door, with what its roses say.</summary>
    [Id(1)] public OpenStation Place { get; set; } = new("", default, "", "", "");

    /// <summary>Unix milliseconds at which it was opened first; 0 for no record.</summary>
    [Id(2)] public long OpenedAt { get; set; }

    /// <summary>Closed for now.</summary>
    [Id(3)] public bool Closed { get; set; }

    /// <summary>Roses left to hand out.</summary>
    [Id(4)] public int Stock { get; set; }

    /// <summary>Roses that operators brought.</summary>
    [Id(5)] public long Supplied { get; set; }

    /// <summary>Roses handed out.</summary>
    [Id(6)] public long HandedOut { get; set; }

    /// <summary>What counting found more than the stock said; negative for less.</summary>
    [Id(7)] public long Corrected { get; set; }

    /// <summary>Who is on duty; default for nobody.</summary>
    [Id(8)] public ParticipantId Keeper { get; set; }

    /// <summary>Unix milliseconds since which that holds.</summary>
    [Id(9)] public long Since { get; set; }

    /// <summary>The latest shifts, oldest first; the last one is under way while somebody is on duty.</summary>
    [Id(10)] public List<StationShift> Shifts { get; set; } = [];

    /// <summary>Roses handed out for the codes whose passes may still come.</summary>
    [Id(11)] public List<CodeUse> Uses { get; set; } = [];

    /// <summary>Recent commands of operators and keepers. Who takes a rose needs none: their rose remembers.</summary>
    [Id(12)] public CommandLog Commands { get; set; } = new();

    /// <summary>Today's visitors who took a rose that lay here, oldest first, at most <see cref="VisitorsKept"/>.</summary>
    [Id(13)] public List<Visitor> Visitors { get; set; } = [];

    /// <summary>Hands out roses now.</summary>
    public bool IsManned => OpenedAt > 0 && !Closed && !Keeper.IsNone;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (OpenedAt > 0)
        {
            yield return new Index(StationEffects.All, StationEffects.Member(Id), OpenedAt);
        }
    }
}

/// <summary>Roses that one code handed out.</summary>
[GenerateSerializer, Immutable, Alias("eng.station.use")]
public readonly record struct CodeUse([property: Id(0)] long Window, [property: Id(1)] int Roses);

/// <summary>Somebody who took a rose that lay at the station, or is about to.</summary>
/// <param name="Who">The visitor.</param>
/// <param name="Rose">Which rose.</param>
/// <param name="Day">Shanghai day.</param>
[GenerateSerializer, Immutable, Alias("eng.station.visitor")]
public readonly record struct Visitor([property: Id(0)] ParticipantId Who, [property: Id(1)] RoseId Rose, [property: Id(2)] int Day);
