using Engagement.Contracts;

namespace Engagement.Grains.Paper;

/// <summary>What a rose of paper knows besides: which code bore it, and how it passes from hand to hand.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.rose.paper")]
public sealed class PaperOrigin
{
    /// <summary>The batch whose code bore it.</summary>
    [Id(0)] public int Batch { get; set; }

    /// <summary>That code's number in the batch.</summary>
    [Id(1)] public int Serial { get; set; }

    /// <summary>The company whose couriers handed it out, or <see cref="IssueBatch.Pool"/>: a seed (RR-05). Null for none.</summary>
    [Id(2)] public string? Seed { get; set; }

    /// <summary>Unix milliseconds since which its holder hands it over; 0 while they don't.</summary>
    [Id(3)] public long OpenedAt { get; set; }

    /// <summary>Unix milliseconds from which on nobody can take it any more; 0 while it is not handed over.</summary>
    [Id(4)] public long OpenUntil { get; set; }

    /// <summary>People who pressed the button within an hour, whether they got it or not, at most as many as may.</summary>
    [Id(5)] public List<Scanner>? Scanners { get; set; }

    /// <summary>Unix milliseconds since which it is frozen; 0 when it is not.</summary>
    [Id(6)] public long FrozenAt { get; set; }

    /// <summary>Scans that reached us too late to be believed, oldest first, at most <see cref="LateKept"/>.</summary>
    [Id(7)] public List<LateScan>? Late { get; set; }

    /// <summary>Unix milliseconds of the first scanner's phone, when it had no network; else 0.</summary>
    [Id(8)] public long DeviceAt { get; set; }

    /// <summary>That phone's own count.</summary>
    [Id(9)] public long Counter { get; set; }

    /// <summary>A sticker: whoever scans it takes it, and nothing of it is counted (OR-03).</summary>
    [Id(10)] public bool Free { get; set; }

    /// <summary>District of the latest hand-over whose place is known (<see cref="Whereabouts"/>); null for none.</summary>
    [Id(11)] public string? Place { get; set; }

    /// <summary>Unix milliseconds of that hand-over.</summary>
    [Id(12)] public long PlaceAt { get; set; }

    /// <summary>District of the hand-over that came too soon after the one at <see cref="Place"/>: why it is frozen. Null when the number of scanners is why.</summary>
    [Id(13)] public string? Sighted { get; set; }

    /// <summary>Late scans of one rose that wait at a time.</summary>
    public const int LateKept = 5;
}

/// <summary>Somebody who pressed the button for a paper rose.</summary>
[GenerateSerializer, Immutable, Alias("eng.paper.scanner")]
public readonly record struct Scanner([property: Id(0)] ParticipantId Who, [property: Id(1)] long At);

/// <summary>A scan that was made more than 72 h before it reached us.</summary>
/// <param name="By">Who.</param>
/// <param name="DeviceAt">Unix milliseconds of the phone.</param>
/// <param name="Counter">The phone's own count.</param>
/// <param name="At">Unix milliseconds at which it came.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.late")]
public readonly record struct LateScan(
    [property: Id(0)] ParticipantId By, [property: Id(1)] long DeviceAt, [property: Id(2)] long Counter, [property: Id(3)] long At);
