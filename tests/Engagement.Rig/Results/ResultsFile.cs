using System.Text.Json;

namespace Engagement.Rig.Results;

/// <summary>
/// The one file of all results: a line of JSON a sample, appended as it is found. A run that is started again reads what
/// it has and goes on from there.
/// </summary>
internal sealed class ResultsFile
{
    private readonly Lock _gate = new();
    private readonly List<Sample> _samples = [];

    /// <summary>Takes up <paramref name="path"/>, or begins it. A last line that was torn by a crash is dropped.</summary>
    public ResultsFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        if (!File.Exists(path))
        {
            return;
        }

        var text = File.ReadAllText(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            File.WriteAllText(path, whole);
        }

        _samples.AddRange(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Sample>(line)!));
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>What the next runs of the Rig write to unless told otherwise: not in version control.</summary>
    public static string Default => System.IO.Path.Combine(Programs.Root(), "artifacts", "rig-results.jsonl");

    public void Append(Sample sample)
    {
        lock (_gate)
        {
            File.AppendAllText(Path, JsonSerializer.Serialize(sample) + "\n");
            _samples.Add(sample);
        }
    }

    /// <summary>The last sample of a round and row; null for none.</summary>
    public Sample? Last(string command, SortedDictionary<string, string> parameters, int round, string row)
    {
        lock (_gate)
        {
            return _samples.LastOrDefault(sample => sample.Command == command && sample.Round == round && sample.Row == row && sample.Parameters.SequenceEqual(parameters));
        }
    }

    /// <summary>All samples of a command with exactly these parameters, rounds that have all rows only, in order.</summary>
    public IReadOnlyList<Sample> Complete(string command, SortedDictionary<string, string> parameters, IReadOnlyCollection<string> rows)
    {
        lock (_gate)
        {
            var own = _samples.Where(sample => sample.Command == command && sample.Parameters.SequenceEqual(parameters) && rows.Contains(sample.Row));
            return [.. own.GroupBy(sample => sample.Round).OrderBy(round => round.Key)
                .Select(round => round.GroupBy(sample => sample.Row).Select(row => row.Last()).ToArray())
                .Where(round => round.Length == rows.Count).SelectMany(round => round)];
        }
    }
}
