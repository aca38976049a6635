using System.Diagnostics;
using Engagement.Grains.Agenda;
using Engagement.Rig.City;
using Engagement.Rig.History;
using Engagement.Rig.Load;
using StackExchange.Redis;

namespace Engagement.Rig.Chaos;

/// <summary>One round: load, a fault in the middle of it, rest, and the proof.</summary>
internal sealed class Round(Topology city, ChaosOptions options, int number, Fault fault)
{
    private const int Budget = 500;

    /// <summary>Runs it. Whatever goes wrong is in the result, not thrown.</summary>
    public async Task<RoundResult> Run()
    {
        var clock = Stopwatch.StartNew();
        var path = Path.Combine(city.Folder, FormattableString.Invariant($"round-{number:d3}-{fault.Name}.jsonl"));
        var settings = new HistorySettings { PerDay = options.PerDay, OfferHours = Topology.OfferHours, ClockSlack = (long)fault.ClockSlack.TotalMilliseconds, Note = $"seed {options.Seed}, round {number}, {fault.Name}" };
        await using var router = new Router(city).Begin();
        using var recorder = new HistoryRecorder(path, settings);
        var mail = new Mail(city.Http, router);
        var desk = new Desk(mail, recorder);
        var world = await Enter(desk);
        using var catalogueOf = new CityClient(city.Silos[0].Site.ToString(), city.WeChat, 4);
        var clients = new Clients(world, desk, await Catalogue.Read(catalogueOf));
        var stage = new Stage(city, clients, desk, mail, router, new Random(options.Seed * 1_000 + number), options.Pace);
        var result = new RoundResult(number, fault.Name) { History = path, Notes = stage.Notes };
        try
        {
            await Drive(stage, desk, clients);
            result.Open = await Settle(desk);
            result.Wrong.AddRange(await Rest());
            await clients.Look();
        }
        catch (Exception e) // of whatever kind: a run ends with a table
        {
            result.Wrong.Add(e is RigException ? e.Message : e.ToString());
        }

        foreach (var silo in city.Silos)
        {
            silo.MoveClock(TimeSpan.Zero);
        }

        recorder.Dispose();
        var verdict = Proof.Of(path);
        result.Wrong.AddRange(verdict.Wrong);
        result.Found = verdict.Wrong.Count;
        (result.Acknowledged, result.Verified, result.FailedTries) = (desk.Acknowledged, verdict.Operations, mail.Failed);
        (result.LongestWait, result.Seconds) = (mail.LongestWait, clock.Elapsed.TotalSeconds);
        return result;
    }

    private async Task Drive(Stage stage, Desk desk, Clients clients)
    {
        using var stop = new CancellationTokenSource();
        var running = clients.Run(options.Clients, stop.Token);
        try
        {
            await clients.Bouquet(40);
            await More(desk, options.Commands / 2);
            stage.Mail.LongestWait = 0;
            await fault.Strike(stage);
            await More(desk, options.Commands / 2);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    private static Task More(Desk desk, int commands)
    {
        var goal = desk.Acknowledged + commands;
        return Patience.Until($"{commands} more commands are acknowledged", TimeSpan.FromMinutes(2), () => Task.FromResult(desk.Acknowledged >= goal));
    }

    // Everything that nobody answered is asked again, until all is known.
    private static async Task<int> Settle(Desk desk)
    {
        for (var i = 0; i < 3 && await desk.Settle() > 0; i++)
        {
            await Task.Delay(500);
        }

        return desk.Open;
    }

    // At rest nothing is written any more, and the recount is clean: restores have come to their people.
    private async Task<IEnumerable<string>> Rest()
    {
        var (exit, output) = (2, "");
        var clock = Stopwatch.StartNew();
        while (exit != 0 && clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(500);
            (exit, output) = await city.Tool("recount", "--json");
        }

        await using var store = await city.Store();
        await Patience.Until("what was due is done, and the agenda has brought every message home", TimeSpan.FromSeconds(60), () => IsEmpty(store.GetDatabase()));
        return exit == 0 ? [] : [$"recount ended with {exit}: {(output.Length > 2_000 ? output[..2_000] : output)}"];
    }

    // Nothing is due, and no message waits for its person.
    private async Task<bool> IsEmpty(IDatabase store)
    {
        var now = (DateTimeOffset.UtcNow + city.Ahead).ToUnixTimeMilliseconds();
        return (await store.SortedSetRangeByScoreWithScoresAsync("{jiangmen}:agenda")).All(entry => entry.Score > now && !AgendaEntry.IsMessage((string)entry.Element!));
    }

    private async Task<World> Enter(Desk desk)
    {
        using var entry = new CityClient(city.Silos[0].Site.ToString(), city.WeChat, 8);
        var people = await Task.WhenAll(Enumerable.Range(0, options.People).Select(i => entry.SignIn(FormattableString.Invariant($"{options.Seed % 1000}轮{number}第{i}人"))));
        var organiser = await entry.SignIn(FormattableString.Invariant($"{options.Seed % 1000}轮{number}组织"));
        var chief = await entry.SignIn(Topology.Operator);
        var command = CityClient.NewCommand();
        await desk.Command(0, new(OperationKind.Grant, command, organiser.Id) { Roses = Budget }, "api/v1/operator/budgets",
            new { commandId = command, participantId = organiser.Id, roses = Budget, reason = "chaos" }, chief);
        return new(people, organiser);
    }
}
