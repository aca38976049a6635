namespace Engagement.Rig.History;

/// <summary>One operation of a client: a call and, when there was one, its answer. Instants are nanoseconds of the machine's monotonic clock.</summary>
/// <param name="Client">Who of the Rig's clients; one client does one thing at a time.</param>
/// <param name="Sequence">Number of the operation within the run.</param>
/// <param name="Call">What was asked.</param>
/// <param name="CalledAt">Just before it was sent.</param>
/// <param name="CalledWall">The same instant in Unix milliseconds, by the real clock.</param>
internal sealed record Operation(int Client, long Sequence, OperationCall Call, long CalledAt, long CalledWall)
{
    /// <summary>No answer, or one that says that nobody knows.</summary>
    public const string Unknown = nameof(Unknown);

    /// <summary>Carried out.</summary>
    public const string Done = nameof(Contracts.Outcome.Done);

    /// <summary>Just after the answer came; null when none came: it may have happened, at any later time.</summary>
    public long? ReturnedAt { get; init; }

    /// <summary>The same instant in Unix milliseconds.</summary>
    public long? ReturnedWall { get; init; }

    /// <summary>The product's outcome, or <see cref="Unknown"/>.</summary>
    public string Outcome { get; init; } = Unknown;

    /// <summary>What the answer said.</summary>
    public OperationAnswer Answer { get; init; } = new();

    /// <summary>Whether nobody knows what became of it.</summary>
    public bool IsUnknown => Outcome == Unknown;

    /// <summary>Whether it was acknowledged.</summary>
    public bool IsDone => Outcome == Done;
}
