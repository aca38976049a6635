using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Grains.Storage;
using Engagement.WeChat;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.WeChat;

/// <summary>
/// Where the owner of tokens keeps them across restarts: one sealed string in the cell, no ledger record (docs/decisions/0010).
/// A store that fails is only logged: the owner goes on from memory, and nothing is fetched for its sake.
/// </summary>
public sealed partial class TokenVault(StoreConnection store, Cell cell, CellKeys keys, ILogger<TokenVault> log)
{
    /// <summary>First part of the keys' names.</summary>
    internal const string Kind = "wechat-token";

    // As long as forced fetches count; a token itself lives for two hours.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What was kept of <paramref name="appId"/>; nothing if there is none or it can't be read.</summary>
    public async Task<KeptTokens> Load(string appId)
    {
        try
        {
            var box = (byte[]?)await store.Database.StringGetAsync(cell.Record(Kind, appId));
            return box is null ? KeptTokens.None : JsonSerializer.Deserialize<KeptTokens>(keys.Open(box, Salt(appId))) ?? KeptTokens.None;
        }
        catch (Exception e) when (e is RedisException or TimeoutException or JsonException or ArgumentException or CryptographicException)
        {
            NotRead(e.GetType().Name);
            return KeptTokens.None;
        }
    }

    /// <summary>Keeps <paramref name="kept"/>. Never throws for what the store does.</summary>
    public async Task Save(string appId, KeptTokens kept)
    {
        try
        {
            await store.Database.StringSetAsync(cell.Record(Kind, appId), keys.Seal(JsonSerializer.Serialize(kept), Salt(appId)), Kept);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            NotKept(e.GetType().Name);
        }
    }

    // Binds the box to its account: one copied under another name does not open.
    private static byte[] Salt(string appId) => Encoding.UTF8.GetBytes(Kind + ":" + appId);

    [LoggerMessage(LogLevel.Warning, "The kept WeChat tokens could not be read ({Why}); WeChat is asked for the current one")]
    private partial void NotRead(string why);

    [LoggerMessage(LogLevel.Warning, "WeChat tokens could not be kept ({Why}); they serve from memory")]
    private partial void NotKept(string why);
}
