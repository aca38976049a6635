namespace Engagement.Contracts;

/// <summary>The messages that WeChat takes of the service account on one Shanghai day. Key: <c>campaign/yyyyMMdd</c>.</summary>
[Alias("eng.quota")]
public interface IQuotaGrain : IGrainWithStringKey
{
    /// <summary>Takes one message out of the day's budget; false when it is used up. One that was taken and not sent is not given back.</summary>
    /// <exception cref="LedgerException">Durability unknown: nothing may be sent on it.</exception>
    [Alias("Take"), ResponseTimeout("00:00:05")]
    Task<bool> Take();
}
