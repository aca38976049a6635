using Orleans.Storage;

namespace Engagement.Contracts;

/// <summary>Why a commit did not succeed.</summary>
public enum LedgerFailure
{
    /// <summary>The store's answer is missing or an error: the change may or may not be on disk. Retry with the same command.</summary>
    Unknown = 0,

    /// <summary>Another activation wrote first; nothing was written. A retry reads the newer record.</summary>
    Conflict,

    /// <summary>A record to be born exists already; nothing was written. A retry meets it.</summary>
    BirthExists,

    /// <summary>An entry to be taken is gone: the step was done before; nothing was written.</summary>
    AlreadyDone,

    /// <summary>This activation lost its lease after an earlier failure; nothing was written. A retry meets a fresh one.</summary>
    LeaseLost,
}

/// <summary>A commit that did not succeed. The activation is thrown away; the caller retries with the same command.</summary>
[GenerateSerializer, Alias("eng.ledger.exception")]
public sealed class LedgerException : InconsistentStateException
{
    /// <summary>Makes the failure with a message that says what to do.</summary>
    /// <remarks>No inner exception: a store's own has no codec, and would reach the caller as a fault of serialisation.</remarks>
    public LedgerException(LedgerFailure failure, string message)
        : base(message) => Failure = failure;

    /// <summary>What is known about the change.</summary>
    [Id(0)] public LedgerFailure Failure { get; private set; }
}
