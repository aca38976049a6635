namespace Engagement.Web.Acts;

/// <summary>What waits for reviewers.</summary>
/// <param name="Queues">By district.</param>
/// <param name="Overdue">Late ones, of all districts.</param>
/// <param name="Empty">The reviewer asked for the next one, and nothing is left for them.</param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Queues, long Overdue, bool Empty)
{
    /// <summary>All that wait in these districts.</summary>
    public long Waiting => Queues.Sum(queue => queue.Waiting);
}

/// <summary>A district's queue.</summary>
/// <param name="Name">District; null for acts without one.</param>
/// <param name="Waiting">Acts in it.</param>
/// <param name="Oldest">Since when the first of them waits.</param>
public sealed record QueueRow(string? Name, long Waiting, DateTimeOffset? Oldest);
