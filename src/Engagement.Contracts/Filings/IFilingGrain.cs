namespace Engagement.Contracts;

/// <summary>One service on its way into another system (IN-01). Only its batch calls it, which knows who may. Key: <c>campaign/entry id</c>.</summary>
[Alias("eng.filing")]
public interface IFilingGrain : IGrainWithStringKey
{
    /// <summary>It goes out in a batch. The same batch again changes nothing, and neither does one that has nothing new to say.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="organisation">Who organised and records.</param>
    /// <param name="place">Its place in the batch, from 0.</param>
    /// <param name="minutes">What it counts; 0 takes back what was sent before.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Send"), ResponseTimeout("00:00:05")]
    Task Send(string batch, string organisation, int place, int minutes);

    /// <summary>The other system answered. Nothing changes unless it is in this very batch; the same answer again changes nothing, a later one replaces it.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task Answer(string batch, bool accepted, string reason);
}
