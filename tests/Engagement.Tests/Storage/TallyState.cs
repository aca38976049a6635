using Engagement.Grains.Storage;

namespace Engagement.Tests.Storage;

/// <summary>The smallest record with an effect: it counts, and a counter outside it must always agree.</summary>
[GenerateSerializer, Alias("test.tally.state")]
public sealed class TallyState : LedgerState
{
    [Id(0)] public string Name { get; set; } = "";

    [Id(1)] public int N { get; set; }

    [Id(2)] public CommandLog Commands { get; set; } = new();

    internal override IEnumerable<Effect> Derived() => N == 0 ? [] : [new Count("tally", Name, N)];
}
