using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.Agenda;

/// <inheritdoc cref="ISweeperGrain"/>
/// <remarks>An entry that fails is tried again after a growing delay, and never holds up those behind it. The delays are
/// in memory only: after a restart everything due is tried at once.</remarks>
public sealed partial class SweeperGrain(StoreConnection store, Cell cell, ICampaignClock clock, CellGrains grains, ILogger<SweeperGrain> log)
    : Grain, ISweeperGrain, IRemindable
{
    private const int Page = 1_000;
    private const int AtOnce = 64;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (int Failures, long Until)> _failed = []; // milliseconds of the machine, which no clock moves
    private IGrainTimer? _timer;

    /// <inheritdoc/>
    public async Task Wake()
    {
        _timer ??= this.RegisterGrainTimer(_ => Quietly(), new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
        await this.RegisterOrUpdateReminder("sweep", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Wake();

    /// <inheritdoc/>
    public async Task<int> Sweep()
    {
        var (done, skip) = (0, 0);
        var oldest = await store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key("agenda"), 0, 0);
        LedgerMeter.Swept(oldest.Length == 0 || oldest[0].Score <= 0 ? 0 : (clock.UtcNow.ToUnixTimeMilliseconds() - oldest[0].Score) / 1000);
        while (true)
        {
            var due = await store.Database.SortedSetRangeByScoreAsync(
                cell.Key("agenda"), stop: clock.UtcNow.ToUnixTimeMilliseconds(), skip: skip, take: Page);
            var ready = due.Select(entry => (string)entry!).Where(IsReady).ToArray();
            foreach (var chunk in ready.Chunk(AtOnce))
            {
                done += (await Task.WhenAll(chunk.Select(CarryOut))).Count(success => success);
            }

            skip += due.Length - ready.Length; // those that wait stay in front; page past them
            if (due.Length < Page)
            {
                return done;
            }
        }
    }

    private async Task Quietly()
    {
        try
        {
            await Sweep();
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            StoreAway(e.Message);
        }
    }

    private bool IsReady(string entry) => !_failed.TryGetValue(entry, out var failed) || failed.Until <= Environment.TickCount64;

    private async Task<bool> CarryOut(string entry)
    {
        try
        {
            if (AgendaEntry.Dispatch(entry, grains) is not { } act)
            {
                return Delay(entry, "nobody owns this kind");
            }

            await act();
            if (await store.Database.SortedSetScoreAsync(cell.Key("agenda"), entry) <= clock.UtcNow.ToUnixTimeMilliseconds())
            {
                return Delay(entry, "its owner left it");
            }

            _failed.Remove(entry);
            LedgerMeter.Step(entry, done: true);
            return true;
        }
        catch (Exception e) when (e is LedgerException or RedisException or TimeoutException or OrleansException)
        {
            return Delay(entry, e.GetType().Name);
        }
    }

    private bool Delay(string entry, string why)
    {
        var failures = _failed.TryGetValue(entry, out var before) ? before.Failures + 1 : 1;
        var delay = TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, Math.Min(failures, 10))));
        _failed[entry] = (failures, Environment.TickCount64 + (long)delay.TotalMilliseconds);
        LedgerMeter.Step(entry, done: false);
        NotDone(entry.Split(':')[0], failures, why);
        return false;
    }

    [LoggerMessage(LogLevel.Information, "An agenda entry of kind {Kind} was not carried out, attempt {Attempt}: {Why}")]
    private partial void NotDone(string kind, int attempt, string why);

    [LoggerMessage(LogLevel.Warning, "The agenda could not be read: {Why}")]
    private partial void StoreAway(string why);
}
