namespace Engagement.Web;

/// <summary>A read that is done at most once in its age in this process, however many ask. A failed one is not kept.</summary>
internal sealed class ReadOnce<T>(Func<Task<T>> read, TimeProvider time, TimeSpan age)
{
    private readonly Lock _gate = new();
    private Task<T>? _last;
    private long _at;

    public Task<T> Now()
    {
        lock (_gate)
        {
            if (_last is null || _last.IsFaulted || time.GetElapsedTime(_at) > age)
            {
                (_last, _at) = (read(), time.GetTimestamp());
            }

            return _last;
        }
    }
}
