using System.Diagnostics;
using Engagement.Contracts;

namespace Engagement.Tests.Storage;

/// <summary>Bounded polls: how long they take is never asserted, only that they end.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Guard, $"It never came true that {what}.");
            await Task.Delay(20);
        }
    }

    /// <summary>Repeats a command as a caller does whose reply was lost: same key, until it is answered.</summary>
    public static async Task<T> AnswersAsync<T>(Func<Task<T>> command)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await command();
            }
            catch (Exception e) when (e is LedgerException or OrleansException or TimeoutException && watch.Elapsed < Guard)
            {
                await Task.Delay(50);
            }
        }
    }
}
