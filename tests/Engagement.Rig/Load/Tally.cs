using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Rig.City;
using HdrHistogram;

namespace Engagement.Rig.Load;

/// <summary>
/// Times and outcomes of a run. A command's time runs from its first try to its answer, so it includes every retry; a
/// gift's from the instant it was due to the end of its last command.
/// </summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, LongConcurrentHistogram> _times = new();
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _gifts;
    private long _retries;

    public long Gifts => Interlocked.Read(ref _gifts);

    public long Retries => Interlocked.Read(ref _retries);

    public TimeSpan Elapsed => _clock.Elapsed;

    public Call Note(string what, Call call)
    {
        Interlocked.Add(ref _retries, call.Retries);
        if (call.Done)
        {
            Record(what, call.Elapsed);
        }
        else
        {
            _refusals.AddOrUpdate($"{what} {call.Outcome}", 1, (_, n) => n + 1);
        }

        return call;
    }

    /// <summary>A gift is done, or was refused; it was due at that timestamp.</summary>
    public void Gift(long due)
    {
        Interlocked.Increment(ref _gifts);
        Record("gift", Stopwatch.GetElapsedTime(due));
    }

    /// <summary>The run begins now.</summary>
    public void Start() => _clock.Restart();

    public void Stop() => _clock.Stop();

    private void Record(string what, TimeSpan time) =>
        _times.GetOrAdd(what, _ => new(1, 600_000_000, 3)).RecordValue(Math.Clamp((long)time.TotalMicroseconds, 1, 600_000_000));

    public void Print()
    {
        Console.WriteLine($"\n{Gifts:n0} gifts in {Elapsed.TotalSeconds:n1} s: {Gifts / Elapsed.TotalSeconds:n0} a second; {Retries:n0} retries");
        Console.WriteLine("| ms    |  count |   p50 |   p95 |   p99 |   max |\n|-------|-------:|------:|------:|------:|------:|");
        foreach (var (what, times) in _times.OrderByDescending(pair => pair.Key))
        {
            double At(double percentile) => times.GetValueAtPercentile(percentile) / 1000.0;
            Console.WriteLine($"| {what,-5} | {times.TotalCount,6} | {At(50),5:n1} | {At(95),5:n1} | {At(99),5:n1} | {At(100),5:n0} |");
        }

        foreach (var (outcome, count) in _refusals.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"refused: {outcome} {count:n0}");
        }
    }
}
