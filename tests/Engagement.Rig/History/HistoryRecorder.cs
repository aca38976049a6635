using System.Diagnostics;
using System.Text.Json;

namespace Engagement.Rig.History;

/// <summary>
/// Writes a history while it happens; safe for many clients at once. A call is on its way to the disk before the
/// request is sent, so whatever kills the Rig leaves an operation without an answer, which is what it is.
/// </summary>
internal sealed class HistoryRecorder : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _file;
    private long _sequence;

    /// <summary>Begins <paramref name="path"/>, or appends another run to it.</summary>
    public HistoryRecorder(string path, HistorySettings settings)
    {
        Path = path;
        if (File.Exists(path))
        {
            _sequence = HistoryFile.Lines(path).Select(line => line.Sequence).DefaultIfEmpty().Max();
        }

        _file = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        _file.WriteLine(); // the last line of an earlier run may be torn
        Write(new("begin", 0, 0, Now, Wall) { Settings = settings });
    }

    public string Path { get; }

    /// <summary>Called just before a command or a question is sent, once for all its retries.</summary>
    public Ticket Call(int client, OperationCall call)
    {
        var ticket = new Ticket(client, Interlocked.Increment(ref _sequence));
        Write(new("call", ticket.Client, ticket.Sequence, Now, Wall) { Call = call });
        return ticket;
    }

    /// <summary>
    /// Called just after the answer came. Whatever leaves doubt (no answer, a broken connection, 503 OutcomeUnknown) is
    /// <see cref="Operation.Unknown"/>; leaving the return out says the same.
    /// </summary>
    public void Return(Ticket ticket, string outcome, OperationAnswer? answer = null) =>
        Write(new("return", ticket.Client, ticket.Sequence, Now, Wall) { Outcome = outcome == nameof(Contracts.Outcome.OutcomeUnknown) ? Operation.Unknown : outcome, Answer = answer });

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }

    // CLOCK_MONOTONIC: the same for all processes of a machine until it starts again.
    private static long Now => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    private static long Wall => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private void Write(HistoryLine line)
    {
        var text = JsonSerializer.Serialize(line, HistoryLine.Json);
        lock (_gate)
        {
            _file.WriteLine(text);
        }
    }

    /// <summary>An operation that is under way.</summary>
    internal readonly record struct Ticket(int Client, long Sequence);
}
