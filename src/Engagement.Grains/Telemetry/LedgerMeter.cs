using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Engagement.Grains.Telemetry;

/// <summary>What the ledger and the agenda measure of themselves, always: an instrument that nobody listens to costs a comparison. Tags are few and never name anybody (docs/sight.md).</summary>
public static class LedgerMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Engagement";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Commits = Meter.CreateHistogram("engagement.commit.duration", "s", "Time of a commit to the cell's store.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });

    private static readonly Counter<long> Changes = Meter.CreateCounter<long>("engagement.changes", "{change}", "Turns that changed a record; several may share a commit.");

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("engagement.agenda.steps", "{step}", "Entries of the agenda that were tried, by kind and whether they are done.");

    private static double _lag;
    private static long _sweptAt;

    static LedgerMeter() => Meter.CreateObservableGauge("engagement.agenda.lag", Lag, "s", "Age of the oldest due entry that waits, where this process sweeps.");

    /// <summary>A commit was answered, refused, or nobody knows.</summary>
    internal static void Commit(long start, string outcome) => Commits.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A turn changed a record.</summary>
    internal static void Change() => Changes.Add(1);

    /// <summary>An entry of the agenda was tried.</summary>
    internal static void Step(string entry, bool done) => Steps.Add(1,
        new KeyValuePair<string, object?>("kind", entry.Split(':')[0]), new KeyValuePair<string, object?>("done", done ? "true" : "false"));

    /// <summary>A sweep saw the oldest due entry.</summary>
    /// <param name="seconds">Its age; 0 when nothing is due.</param>
    internal static void Swept(double seconds)
    {
        Volatile.Write(ref _lag, Math.Max(0, seconds));
        Volatile.Write(ref _sweptAt, Environment.TickCount64);
    }

    // A process that no longer sweeps says nothing, rather than what it saw last.
    private static IEnumerable<Measurement<double>> Lag() =>
        Volatile.Read(ref _sweptAt) is > 0 and var at && Environment.TickCount64 - at < 120_000 ? [new(Volatile.Read(ref _lag))] : [];
}
