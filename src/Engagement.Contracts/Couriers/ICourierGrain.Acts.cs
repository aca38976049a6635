namespace Engagement.Contracts;

public partial interface ICourierGrain
{
    /// <summary>
    /// Logs a civic act: the courier's count of its day and the new act are one commit. The command's own instant is when the act was
    /// noted down, so a draft that lay on the phone counts for its day; the same command never logs twice, however late it comes again.
    /// </summary>
    /// <param name="command">Idempotency key, a UUIDv7 made when the act was noted down; TooOld when that is longer ago than drafts may lie.</param>
    /// <param name="act">What.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Log"), ResponseTimeout("00:00:05")]
    Task<ActReceipt> Log(CommandId command, LogAct act);

    /// <summary>What may still be logged today.</summary>
    [Alias("Today")] Task<CourierDay> Today();
}

/// <summary>A courier's day so far.</summary>
/// <param name="Active">Enrolled now; else nothing can be logged.</param>
/// <param name="Logged">Acts logged for today.</param>
/// <param name="Left">Acts that may still be logged.</param>
/// <param name="UsedUp">Kinds of which there may be no more today.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.day")]
public sealed record CourierDay([property: Id(0)] bool Active, [property: Id(1)] int Logged, [property: Id(2)] int Left, [property: Id(3)] IReadOnlyList<string> UsedUp);
