using System.Text.Json;

namespace Engagement.Rig.History;

/// <summary>Reads what a <see cref="HistoryRecorder"/> wrote.</summary>
internal static class HistoryFile
{
    /// <summary>All operations of the files, in the order of their calls. Files of one machine and one boot may be read together.</summary>
    /// <exception cref="RigException">An answer without a call, or two answers to one call: the recorder was used wrongly.</exception>
    public static RecordedHistory Read(params string[] paths)
    {
        var (settings, operations) = (new HistorySettings(), new List<Operation>());
        foreach (var path in paths)
        {
            var open = new Dictionary<long, int>();
            foreach (var line in Lines(path))
            {
                switch (line.Is)
                {
                    case "begin":
                        settings = line.Settings ?? settings;
                        break;
                    case "call":
                        open.Add(line.Sequence, operations.Count);
                        operations.Add(new(line.Client, line.Sequence, line.Call!, line.At, line.Wall));
                        break;
                    case "return" when open.Remove(line.Sequence, out var at):
                        operations[at] = operations[at] with
                        {
                            ReturnedAt = line.At, ReturnedWall = line.Wall, Outcome = line.Outcome ?? Operation.Unknown, Answer = line.Answer ?? new(),
                        };
                        break;
                    default:
                        throw new RigException($"{path}: a {line.Is} of operation {line.Sequence} that is not under way.");
                }
            }
        }

        return new(settings, [.. operations.OrderBy(operation => operation.CalledAt)]);
    }

    /// <summary>The lines that can be read: one that a crash tore is left out, and with it at most an answer.</summary>
    public static IEnumerable<HistoryLine> Lines(string path)
    {
        foreach (var text in File.ReadLines(path))
        {
            if (Line(text) is { } line)
            {
                yield return line;
            }
        }
    }

    private static HistoryLine? Line(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<HistoryLine>(text, HistoryLine.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A run as its clients saw it.</summary>
internal sealed record RecordedHistory(HistorySettings Settings, IReadOnlyList<Operation> Operations);
