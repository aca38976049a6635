using System.Text;
using System.Text.Json;

namespace Engagement.Rig.Load;

/// <summary>
/// What is under way, noted before it is sent: a place for each caller in a small file that is written over and over. A Rig that was killed itself asks again for exactly these,
/// with the same commands, before it goes on; whatever the journal knows already is left alone.
/// </summary>
internal sealed class Pending : IDisposable
{
    private const int Size = 512;

    private readonly FileStream _file;
    private readonly Stack<int> _free;
    private readonly Lock _gate = new();

    public Pending(string path, int callers)
    {
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _free = new(Enumerable.Range(0, callers));
        Left = [.. Read()];
    }

    /// <summary>What the run before left.</summary>
    public IReadOnlyList<PendingCommand> Left { get; }

    /// <summary>Notes a command, sends it, and keeps its place until <paramref name="act"/> has written down what came of it.</summary>
    public async Task Run(PendingCommand command, Func<Task> act)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(command).PadRight(Size - 1) + "\n");
        int place;
        lock (_gate)
        {
            place = _free.Pop();
        }

        RandomAccess.Write(_file.SafeFileHandle, bytes, (long)place * Size);
        await act();
        lock (_gate)
        {
            _free.Push(place);
        }
    }

    private IEnumerable<PendingCommand> Read()
    {
        var place = new byte[Size];
        for (var at = 0L; RandomAccess.Read(_file.SafeFileHandle, place, at) == Size; at += Size)
        {
            if (place[0] == (byte)'{')
            {
                yield return JsonSerializer.Deserialize<PendingCommand>(place)!;
            }
        }
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>A command on its way.</summary>
/// <param name="Kind">As in the journal: send, offer or claim.</param>
/// <param name="Command">Idempotency key.</param>
/// <param name="By">Who acts.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">What is posted.</param>
/// <param name="Rose">The rose, once there is one.</param>
internal sealed record PendingCommand(string Kind, string Command, string By, string Path, JsonElement Body, string? Rose = null);
