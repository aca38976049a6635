using Engagement.Rig.Results;

namespace Engagement.Rig.Chaos;

/// <summary>What became of a round.</summary>
internal sealed record RoundResult(int Number, string Fault)
{
    private const string WrongMark = "WRONG ", HistoryMark = "HISTORY ";

    public required string History { get; init; }

    public required List<string> Notes { get; init; }

    /// <summary>Commands answered with yes.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Operations, questions included, that the checker placed in an order.</summary>
    public long Verified { get; set; }

    /// <summary>Commands that nobody answered in the end.</summary>
    public int Open { get; set; }

    public long FailedTries { get; set; }

    /// <summary>Longest wait of one command for its answer, from the fault on, in milliseconds.</summary>
    public long LongestWait { get; set; }

    public double Seconds { get; set; }

    /// <summary>Contradictions that the checker found; of a control there must be some.</summary>
    public int Found { get; set; }

    /// <summary>Contradictions; empty when nothing was lost, doubled or miscounted.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>A line of the results file.</summary>
    public Sample Sample(SortedDictionary<string, string> parameters, Machine machine) => new("chaos", parameters, Number, Fault, new()
    {
        ["acknowledged"] = Acknowledged, ["verified"] = Verified, ["open"] = Open, ["failed tries"] = FailedTries,
        ["longest wait ms"] = LongestWait, ["seconds"] = Seconds, ["found"] = Found,
    }, [.. Notes, HistoryMark + History, .. Wrong.Take(20).Select(wrong => WrongMark + wrong)], machine, DateTimeOffset.UtcNow);

    /// <summary>The same back.</summary>
    public static RoundResult Of(Sample sample)
    {
        long Figure(string name) => (long)sample.Figures[name];
        string[] Marked(string mark) => [.. sample.Notes.Where(note => note.StartsWith(mark, StringComparison.Ordinal)).Select(note => note[mark.Length..])];
        var round = new RoundResult(sample.Round, sample.Row)
        {
            History = Marked(HistoryMark).Single(),
            Notes = [.. sample.Notes.Where(note => !note.StartsWith(HistoryMark, StringComparison.Ordinal) && !note.StartsWith(WrongMark, StringComparison.Ordinal))],
            Acknowledged = Figure("acknowledged"), Verified = Figure("verified"), Open = (int)Figure("open"), FailedTries = Figure("failed tries"),
            LongestWait = Figure("longest wait ms"), Seconds = sample.Figures["seconds"], Found = (int)Figure("found"),
        };
        round.Wrong.AddRange(Marked(WrongMark));
        return round;
    }
}
