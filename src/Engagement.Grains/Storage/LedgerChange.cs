using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>One record's change on its way to the store, already laid out for the script.</summary>
internal sealed class LedgerChange(List<RedisKey> keys, List<RedisValue> args, int effects)
{
    public List<RedisKey> Keys { get; } = keys;

    public List<RedisValue> Args { get; } = args;

    /// <summary>How much work it is: a script closes at 256.</summary>
    public int Effects { get; } = effects;

    /// <summary>The script's answer for this change. Continuations never run on the committer.</summary>
    public TaskCompletionSource<long> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
