using Engagement.Rig.Results;

namespace Engagement.Rig.Chaos;

/// <summary>The rounds of one schedule in the results file: a run that is started again goes on after them.</summary>
internal sealed class ChaosResults(ResultsFile file, ChaosOptions options)
{
    private readonly Machine _machine = Machine.Now(("Redis", "redis-server"));

    public string Path => file.Path;

    /// <summary>The rounds that were run so far, the last try of each.</summary>
    public IReadOnlyList<RoundResult> Rounds(IReadOnlyList<Fault> schedule) =>
    [
        .. schedule.Select((fault, i) => file.Last("chaos", options.Parameters, i + 1, fault.Name)).OfType<Sample>().Select(RoundResult.Of),
    ];

    public void Add(RoundResult round) => file.Append(round.Sample(options.Parameters, _machine));
}
