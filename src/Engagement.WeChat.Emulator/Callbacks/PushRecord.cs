namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>A push and what became of it.</summary>
/// <param name="Number">Grows by one.</param>
/// <param name="At">When it was made.</param>
/// <param name="Persona">From whom.</param>
/// <param name="What">The message type, or the event.</param>
/// <param name="Mode">How it was wrapped.</param>
internal sealed class PushRecord(long number, DateTimeOffset at, string persona, string what, PushMode mode)
{
    public long Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    public string Persona { get; } = persona;

    public string What { get; } = what;

    public PushMode Mode { get; } = mode;

    /// <summary>Each delivery in its order: what came back.</summary>
    public IReadOnlyList<PushAttempt> Attempts { get; private set; } = [];

    /// <summary>Whether no delivery will follow.</summary>
    public bool Done { get; private set; }

    /// <summary>The account's answer in words; null for none.</summary>
    public string? Reply { get; private set; }

    /// <summary>What is wrong with the answer, or with every delivery; null if all is well.</summary>
    public string? Problem { get; private set; }

    public void Add(PushAttempt attempt) => Attempts = [.. Attempts, attempt];

    public void End(string? reply, string? problem) => (Reply, Problem, Done) = (reply, problem, true);
}

/// <summary>One delivery.</summary>
/// <param name="Status">The HTTP status; 0 when nothing came in time.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Note">What happened, in a word: <c>ok</c>, <c>timeout</c>, <c>dropped</c>, <c>unreachable</c>.</param>
internal sealed record PushAttempt(int Status, long Milliseconds, string Note);
