namespace Engagement.WeChat.Emulator.Faults;

/// <summary>The disturbances that wait, oldest first. A restart ends them all.</summary>
internal sealed class FaultBook
{
    /// <summary>Most that wait at once.</summary>
    public const int Capacity = 100;

    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (gate)
            {
                return [.. waiting];
            }
        }
    }

    /// <summary>Adds one. False if too many wait.</summary>
    public bool Add(Fault fault)
    {
        lock (gate)
        {
            if (waiting.Count >= Capacity)
            {
                return false;
            }

            waiting.Add(fault);
            return true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    /// <summary>The disturbance that meets this call, or null; it is one time nearer to its end.</summary>
    public Fault? Take(string api)
    {
        lock (gate)
        {
            var place = waiting.FindIndex(fault => fault.Api == "*" || fault.Api == api);
            if (place < 0)
            {
                return null;
            }

            var fault = waiting[place];
            if (fault.Times > 1)
            {
                waiting[place] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                waiting.RemoveAt(place);
            }

            return fault;
        }
    }
}
