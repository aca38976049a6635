namespace Engagement.Contracts;

/// <summary>One service on its way into another system (IN-01). Key: <c>campaign/entry id</c>. Who may is decided before the call.</summary>
[Alias("eng.filing")]
public interface IFilingGrain : IGrainWithStringKey
{
    /// <summary>It goes out in a batch. The same batch again changes nothing.</summary>
    /// <returns>Done; AlreadyDecided when it is out with these minutes, or was taken with them; Invalid with field minutes when there is nothing to take back.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Send"), ResponseTimeout("00:00:05")]
    Task<Receipt> Send(SendFiling filing);

    /// <summary>The other system answered. The same answer again changes nothing; a later one replaces it.</summary>
    /// <returns>Done; NotFound when it never went out for this organisation; Invalid with field reason when a refusal has none, or a long one.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(AnswerFiling answer);
}
