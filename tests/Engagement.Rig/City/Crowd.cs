using System.Diagnostics;
using Engagement.Rig.Serve;

namespace Engagement.Rig.City;

/// <summary>Brings many people into the city, and does things for many at once with a line of progress.</summary>
internal static class Crowd
{
    /// <summary>Signs <paramref name="count"/> people in, from number <paramref name="first"/> on; the same number is the same person in every run.</summary>
    public static Task<Person[]> Enter(CityClient city, int count, int callers, int first = 1, CancellationToken stop = default) =>
        Each(Enumerable.Range(first, count).ToArray(), callers, "people entered", number => city.SignIn(Resident.Name(number)), stop);

    /// <summary>Runs <paramref name="act"/> for every item, <paramref name="callers"/> at a time; answers in the order of the items.</summary>
    public static async Task<TResult[]> Each<T, TResult>(
        IReadOnlyList<T> items, int callers, string what, Func<T, Task<TResult>> act, CancellationToken stop = default)
    {
        var results = new TResult[items.Count];
        var (next, done, last) = (-1, 0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            {
                stop.ThrowIfCancellationRequested();
                results[i] = await act(items[i]);
                var sofar = Interlocked.Increment(ref done);
                if (Stopwatch.GetElapsedTime(Interlocked.Read(ref last)) > TimeSpan.FromSeconds(1))
                {
                    Interlocked.Exchange(ref last, Stopwatch.GetTimestamp());
                    Console.Error.WriteLine($"  {sofar:n0} of {items.Count:n0} {what}");
                }
            }
        }));
        return results;
    }
}
