using System.Text.Json;

namespace Engagement.Rig.Load;

/// <summary>The Rig's own record of what the city acknowledged: appended and flushed before the next step is taken.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _file;

    /// <summary>Takes up the journal in <paramref name="path"/>, or begins one.</summary>
    public Journal(string path, int callers)
    {
        (Path, Pending) = (path, new(path + ".pending", callers));
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path).Where(line => line.EndsWith('}'))) // a last line may be torn
            {
                Expected.Add(JsonSerializer.Deserialize<JournalEntry>(line)!);
            }
        }

        _file = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public string Path { get; }

    /// <summary>What is under way.</summary>
    public Pending Pending { get; }

    /// <summary>What the city must show.</summary>
    public Expected Expected { get; } = new();

    public void Write(JournalEntry entry)
    {
        lock (_gate)
        {
            _file.WriteLine(JsonSerializer.Serialize(entry));
            Expected.Add(entry);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        Pending.Dispose();
    }
}
