using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>What the city's clock may have shown at any instant of a run: the real clock, and every step that a test clock was moved.</summary>
internal sealed class Timeline
{
    private const int TriesWithoutAnswer = 8;

    private readonly long _slack;
    private readonly List<Operation> _steps;
    private readonly (long At, long Wall)[] _walls;
    private readonly long[] _latest;

    public Timeline(RecordedHistory history)
    {
        _slack = history.Settings.ClockSlack;
        _steps = [.. history.Operations.Where(operation => operation.Call.Kind == OperationKind.Advance)];
        _walls = [.. history.Operations.SelectMany(operation => new[] { (operation.CalledAt, operation.CalledWall), (operation.ReturnedAt ?? 0, operation.ReturnedWall ?? 0) })
            .Where(pair => pair.Item1 > 0).Order()];
        _latest = new long[_walls.Length];
        for (var i = 0; i < _walls.Length; i++)
        {
            _latest[i] = Math.Max(i == 0 ? 0 : _latest[i - 1], _walls[i].Wall + Most(_walls[i].At) + _slack);
        }

        Origin = _walls.Length > 0 ? _walls[0].At : 0;
    }

    /// <summary>Nanoseconds of the first call.</summary>
    public long Origin { get; }

    /// <summary>What the clock may have shown while the operation was under way. Without an answer, anything later.</summary>
    public CityTime Of(Operation operation) => Between(operation.CalledAt, operation.CalledWall, operation.ReturnedAt, operation.ReturnedWall);

    /// <summary>The same between two instants; without an end, anything later.</summary>
    public CityTime Between(long from, long fromWall, long? to, long? toWall) => new(
        fromWall + Least(from) - _slack,
        to is { } end && toWall is { } wall ? wall + Most(end) + _slack : long.MaxValue / 4);

    /// <summary>The latest that the clock may have shown at an instant of the run.</summary>
    public long Latest(long at)
    {
        var found = Array.BinarySearch(_walls, (at, long.MinValue));
        return _latest[Math.Min(found < 0 ? ~found : found, _latest.Length - 1)];
    }

    /// <summary>The earliest instant at which the clock may have shown this; <see cref="long.MaxValue"/> when it never did.</summary>
    public long Earliest(long city)
    {
        var (low, high) = (0, _latest.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _latest[middle] >= city ? (low, middle) : (middle + 1, high);
        }

        return low == _latest.Length ? long.MaxValue : _walls[Math.Max(0, low - 1)].At;
    }

    private long Least(long at) => _steps.Where(step => step.IsDone && step.ReturnedAt <= at).Sum(step => Milliseconds(step, 1));

    private long Most(long at) => _steps.Where(step => step.CalledAt <= at).Sum(step => Milliseconds(step, step.Answer.Tries ?? (step.IsDone ? 1 : TriesWithoutAnswer)));

    private static long Milliseconds(Operation step, int times) => (long)((step.Call.Hours ?? 0) * 3_600_000 * times);
}
