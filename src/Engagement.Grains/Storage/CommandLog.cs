using Engagement.Contracts;

namespace Engagement.Grains.Storage;

/// <summary>A command that was carried out: its key, a digest of what it asked for, and the number its answer needs.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.ledger.done")]
public readonly record struct CommandDone([property: Id(0)] CommandId Command, [property: Id(1)] ulong Content, [property: Id(2)] long Value);

/// <summary>
/// The recent commands of one record. Keys are time-ordered; results are kept for 24 h or 32 commands, and an unknown
/// key older than that is answered TooOld instead of being carried out twice (ledger.md 14).
/// </summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.ledger.commands")]
public sealed class CommandLog
{
    /// <summary>Commands kept at most.</summary>
    public const int Capacity = 32;

    /// <summary>How long results are kept, and how old a new command may be.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(24);

    /// <summary>Oldest first.</summary>
    [Id(0)] public List<CommandDone> Done { get; set; } = [];

    /// <summary>Unix milliseconds of the newest key that was dropped for want of room: an unknown key up to there may have been carried out.</summary>
    [Id(1)] public long DroppedUpTo { get; set; }

    /// <summary>Whether this unknown key may be one that was dropped. What it did must be found elsewhere, or be refused.</summary>
    public bool MayHaveDropped(CommandId command) => command.UnixMilliseconds <= DroppedUpTo && !Done.Exists(done => done.Command == command);

    /// <summary>Null for a new command; Done with its value for a repeated one; else why it is refused.</summary>
    public (Outcome Outcome, long Value)? Seen(CommandId command, ulong content, DateTimeOffset real)
    {
        foreach (var done in Done)
        {
            if (done.Command == command)
            {
                return done.Content == content ? (Outcome.Done, done.Value) : (Outcome.CommandReused, 0);
            }
        }

        return command.UnixMilliseconds < real.Subtract(Horizon).ToUnixTimeMilliseconds() ? (Outcome.TooOld, 0) : null;
    }

    /// <summary>Keeps a command that is being carried out.</summary>
    public void Keep(CommandId command, ulong content, long value, DateTimeOffset real)
    {
        var oldest = real.Subtract(Horizon).ToUnixTimeMilliseconds();
        Done.RemoveAll(done => done.Command.UnixMilliseconds < oldest);
        while (Done.Count >= Capacity)
        {
            DroppedUpTo = Math.Max(DroppedUpTo, Done[0].Command.UnixMilliseconds);
            Done.RemoveAt(0);
        }

        Done.Add(new(command, content, value));
    }
}
