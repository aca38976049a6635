namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>The newest pushes since the start.</summary>
internal sealed class PushLog
{
    /// <summary>Most that are kept.</summary>
    public const int Capacity = 500;

    private readonly Lock gate = new();
    private readonly Queue<PushRecord> records = [];
    private long last;

    public PushRecord Begin(DateTimeOffset at, string persona, string what, PushMode mode)
    {
        lock (gate)
        {
            var record = new PushRecord(++last, at, persona, what, mode);
            records.Enqueue(record);
            if (records.Count > Capacity)
            {
                records.Dequeue();
            }

            return record;
        }
    }

    /// <summary>The newest, newest first.</summary>
    public IReadOnlyList<PushRecord> Latest(int most)
    {
        lock (gate)
        {
            return [.. records.TakeLast(most).Reverse()];
        }
    }
}
