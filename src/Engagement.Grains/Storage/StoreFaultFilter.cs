using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>Turns the store's own exceptions, from whatever a grain read, into the ledger's: they have no codec and would reach the caller as a fault of serialisation.</summary>
internal sealed class StoreFaultFilter : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception e) when (e is RedisException or RedisTimeoutException)
        {
            throw new LedgerException(LedgerFailure.Unknown, $"The store did not answer; retry with the same command. {e.GetType().Name}: {e.Message}");
        }
    }
}
