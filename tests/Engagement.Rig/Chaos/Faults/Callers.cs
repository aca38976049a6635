using Engagement.Rig.City;

namespace Engagement.Rig.Chaos.Faults;

/// <summary>Clients that hang up or repeat themselves, and clocks that jump.</summary>
internal static class Callers
{
    public static async Task HangUp(Stage stage)
    {
        stage.Mail.HangUps = 40;
        await stage.Wait(0.6);
        stage.Mail.HangUps = 0;
        stage.Notes.Add("40 of 100 requests were hung up on within 12 ms");
    }

    public static async Task SameKey(Stage stage)
    {
        for (var i = 0; i < 10; i++)
        {
            await stage.Clients.SameClaim(stage.Router, 50);
        }

        stage.Notes.Add("10 claims, each 50 times at once with one key through all silos");
    }

    /// <summary>Four times as many people as a bouquet has shares, all at once, and a silo dies under them: every share has one winner.</summary>
    public static async Task Stampede(Stage stage)
    {
        const int Shares = 100;
        using var entry = new CityClient(stage.City.Silos[0].Site.ToString(), stage.City.WeChat, 8);
        var name = stage.Random.Next(100_000);
        var crowd = await Crowd.Each(Enumerable.Range(0, Shares * 4).ToArray(), 8, "people entered", i => entry.SignIn(FormattableString.Invariant($"抢{name}第{i}人")));
        var (silo, instant) = (stage.AnySilo(), TimeSpan.FromMilliseconds(stage.Random.Next(10, 250)));
        var running = stage.Clients.Stampede(crowd, Shares);
        await Task.Delay(instant);
        await silo.Kill();
        var (won, open) = await running;
        silo.Start();
        await stage.Healed();
        stage.Notes.Add(FormattableString.Invariant($"{crowd.Length} people at once for {Shares} shares, kill -9 silo{silo.Number} after {instant.TotalMilliseconds:n0} ms: {won} winners, {open} without an answer"));
        if (open == 0 && won != Shares)
        {
            throw new RigException($"{won} people won one of {Shares} shares, and everybody was answered.");
        }
    }

    /// <summary>
    /// Eight times many roses are given, all clocks jump by nearly the hours of an offer, and while the roses become due one
    /// after another people take them, the sweeper takes them back, and what came back goes home.
    /// </summary>
    public static async Task Expire(Stage stage)
    {
        var (inTime, late) = (0, 0);
        for (var i = 0; i < 8; i++)
        {
            var (taken, missed) = await stage.Clients.TakeAtTheLastMoment(30, untilDue =>
            {
                var step = TimeSpan.FromHours(Topology.OfferHours) - untilDue;
                var ahead = stage.City.Ahead + step;
                stage.Desk.Advance(step, () => Array.ForEach(stage.City.Silos, silo => silo.MoveClock(ahead)));
            });
            (inTime, late) = (inTime + taken, late + missed);
            await stage.Wait(0.1);
        }

        stage.Notes.Add($"all clocks 8 times nearly an hour on: {inTime} roses taken at the last moment, {late} claims too late");
        if (inTime == 0 || late == 0)
        {
            throw new RigException("Nobody raced with the end of an offer.");
        }
    }

    /// <summary>One silo's clock runs over midnight in Shanghai and comes back.</summary>
    public static async Task JumpClock(Stage stage)
    {
        var silo = stage.AnySilo();
        var now = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
        var ahead = now.Date.AddDays(1) - now.DateTime - TimeSpan.FromSeconds(4);
        silo.MoveClock(ahead);
        await stage.Wait(0.8);
        silo.MoveClock(TimeSpan.FromHours(-2));
        await stage.Wait(0.3);
        silo.MoveClock(TimeSpan.Zero);
        stage.Notes.Add($"the clock of silo{silo.Number} ran over midnight, two hours back, and right again");
        await stage.Healed();
    }
}
