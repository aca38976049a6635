using Engagement.Rig.Check;
using Engagement.Rig.History;

namespace Engagement.Rig.Chaos;

/// <summary>What the checker says of a round's history.</summary>
internal sealed record Proof(long Operations, IReadOnlyList<string> Wrong)
{
    public static Proof Of(string history)
    {
        var report = HistoryCheck.Run(HistoryFile.Read(history));
        return new(report.Operations, [.. report.Findings.Select(finding => finding.ToString())]);
    }
}
