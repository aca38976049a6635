using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>The cell's store, whose answers <see cref="Sabotage"/> can hold back: carried out, but not told.</summary>
internal sealed class HeldPort(LedgerPort inner, Doors doors, Sabotage sabotage) : ILedgerPort
{
    public Task<byte[]?> ReadAsync(RedisKey key) => inner.ReadAsync(key);

    public async Task<byte[]> VersionAsync(RedisKey key)
    {
        if (sabotage.HoldsVersion)
        {
            sabotage.HoldsVersion = false;
            await HoldAsync("version");
        }

        return await inner.VersionAsync(key);
    }

    public async Task<long> CommitAsync(LedgerChange change)
    {
        var hold = sabotage.HoldsAnswer;
        sabotage.HoldsAnswer = false;
        var answer = await inner.CommitAsync(change);
        if (hold)
        {
            await HoldAsync("answer");
        }

        return answer;
    }

    private Task HoldAsync(string door)
    {
        doors[door].Reached.SetResult();
        return doors[door].Opened.Task;
    }
}
