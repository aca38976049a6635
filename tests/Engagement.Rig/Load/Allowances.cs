namespace Engagement.Rig.Load;

/// <summary>
/// Who may still give today. When nobody may, the test clock moves to the next day, once every gift under way is
/// finished: an offer lasts 24 hours, so one that is overtaken by the clock would go back.
/// </summary>
/// <param name="atMost">Gifts of one day, however many more people may give.</param>
internal sealed class Allowances(Func<Task> nextDay, int people, int perDay, int callers, int atMost = int.MaxValue)
{
    private readonly SemaphoreSlim _underWay = new(callers);
    private readonly SemaphoreSlim _moving = new(1);
    private readonly Lock _gate = new();
    private Stack<int> _givers = new();

    /// <summary>Days begun.</summary>
    public int Days { get; private set; }

    /// <summary>Begins the first day with what each person has left.</summary>
    public void Begin(IEnumerable<int> remaining) => Fill(remaining.SelectMany((left, person) => Enumerable.Repeat(person, left)));

    /// <summary>Why nobody may give any more: the clock can't be moved. Null while it goes on.</summary>
    public string? Over { get; private set; }

    /// <summary>Runs one gift with somebody who may give; does nothing when it is over.</summary>
    public async Task Give(Func<int, Task> gift)
    {
        while (Over is null)
        {
            await _underWay.WaitAsync();
            try
            {
                if (TryTake(out var giver))
                {
                    await gift(giver);
                    return;
                }
            }
            finally
            {
                _underWay.Release();
            }

            await MoveOn();
        }
    }

    /// <summary>Runs something that costs no allowance but must not be overtaken by the clock.</summary>
    public async Task PassOn(Func<Task> act)
    {
        await _underWay.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            _underWay.Release();
        }
    }

    private bool TryTake(out int giver)
    {
        lock (_gate)
        {
            return _givers.TryPop(out giver);
        }
    }

    private async Task MoveOn()
    {
        await _moving.WaitAsync();
        try
        {
            if (_givers.Count > 0 || Over is not null)
            {
                return; // somebody else moved it, or could not
            }

            for (var i = 0; i < callers; i++)
            {
                await _underWay.WaitAsync();
            }

            try
            {
                await nextDay();
                Days++;
                Fill(Enumerable.Range(0, people).SelectMany(person => Enumerable.Repeat(person, perDay)));
            }
            catch (RigException e)
            {
                Over = e.Message;
            }
            finally
            {
                _underWay.Release(callers);
            }
        }
        finally
        {
            _moving.Release();
        }
    }

    private void Fill(IEnumerable<int> givers)
    {
        var shuffled = givers.ToArray();
        Random.Shared.Shuffle(shuffled);
        lock (_gate)
        {
            _givers = new(shuffled.Take(atMost));
        }
    }
}
