using Engagement.Rig.City;

namespace Engagement.Rig.Load;

/// <summary><c>load</c>: gives and takes through the HTTP API, keeping the product's own rules, then checks conservation from outside.</summary>
internal static class LoadCommand
{
    public static readonly string[] Options = ["people", "gifts", "site", "wechat", "callers", "pass-on", "data", "journal", "local", "rate", "ramp", "reads", "probe", "residents", "couriers", "days"];

    public static async Task<int> Run(RigArguments args)
    {
        var (count, gifts, callers) = (args.Number("people", 1_000), args.Number("gifts", 5_000), args.Number("callers", 64));
        if (count < 3)
        {
            throw new ArgumentException("--people must be at least 3: a rose does not go straight back.");
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) => (key.Cancel, _) = (true, stop.CancelAsync());
        using var city = new CityClient(args.Text("site", "http://127.0.0.1:5000"), args.Text("wechat", "http://127.0.0.1:5080"), callers);
        using var journal = new Journal(args.Text("journal") ?? Path.Combine(Path.GetTempPath(), $"rig-{DateTime.UtcNow:yyyyMMdd-HHmmss}.jsonl"), callers);
        Console.WriteLine($"Journal: {journal.Path}");

        Person[] people;
        try
        {
            people = await Enter(args, city, count, callers, journal.Path, stop.Token);
        }
        catch (OperationCanceledException)
        {
            return 130;
        }

        var perDay = await Begin(city, people, journal, callers);
        var days = args.Number("days", 0);
        var allowances = new Allowances(() => city.Advance(TimeSpan.FromHours(24)), count, perDay.PerDay, callers, days > 0 ? Math.Max(1, gifts / days) : int.MaxValue);
        allowances.Begin(perDay.Remaining);
        var tally = new Tally();
        var catalogue = await Catalogue.Read(city);
        var acts = new Gifts(city, people, journal, tally, catalogue);
        await acts.GoOn();
        var mix = new Mix(acts, new(city, people, tally), allowances, args.Number("pass-on", 10), args.Number("reads", 0));
        using var probe = args.Has("probe") ? new PageProbe(args.Text("site", "http://127.0.0.1:5000"), args.Text("probe") is { Length: > 0 } page ? page : "/boards") : null;
        var idle = probe is null ? null : await Idle(probe);
        using var over = new CancellationTokenSource();
        var busy = probe?.Run(over.Token);
        tally.Start();
        await Drive(mix, new(args.Number("rate", 0), TimeSpan.FromSeconds(args.Number("ramp", 0))), allowances, tally, gifts, callers, stop.Token);
        tally.Stop();
        await over.CancelAsync();
        tally.Print();
        if (busy is not null)
        {
            Console.WriteLine(probe!.Compare(idle!, await busy));
        }

        Console.WriteLine($"the clock moved {allowances.Days} days{(stop.IsCancellationRequested ? "; stopped early" : "")}");
        if (allowances.Over is { } why)
        {
            Console.WriteLine($"Stopped when the allowance was used up. {why}");
        }

        return await Check(args, city, journal.Expected, people, callers);
    }

    private static async Task<Person[]> Enter(RigArguments args, CityClient city, int count, int callers, string journal, CancellationToken stop)
    {
        if (!args.Has("residents"))
        {
            return await Crowd.Enter(city, count, callers, stop: stop);
        }

        using var residents = new Residents(city, new Serve.FileCatalogue().Reference, journal, callers);
        return await residents.Enter(count, args.Number("couriers", 0), stop);
    }

    // What the city showed before the first gift is part of the journal, so that a journal can be taken up again.
    private static async Task<(int PerDay, int[] Remaining)> Begin(CityClient city, Person[] people, Journal journal, int callers)
    {
        if (journal.Expected.TotalsBefore is null)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            var totals = CityClient.Need(await city.Get("api/v1/campaign"));
            journal.Write(new("totals", Numbers: [totals.Number("sent"), totals.Number("claimed")]));
        }

        var mine = await Crowd.Each(people, callers, "people asked", async person => CityClient.Need(await city.Get("api/v1/me", person.Token)));
        foreach (var (person, me) in people.Zip(mine).Where(pair => !journal.Expected.Before.ContainsKey(pair.First.Id)))
        {
            journal.Write(new("base", By: person.Id, Numbers: [me.Number("held"), me.Number("sent"), me.Number("received")]));
        }

        var allowances = mine.Select(me => me.Body.GetProperty("allowance")).ToArray();
        return (allowances[0].GetProperty("perDay").GetInt32(), [.. allowances.Select(one => one.GetProperty("remaining").GetInt32())]);
    }

    private static async Task<HdrHistogram.LongHistogram> Idle(PageProbe probe)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await probe.Run(enough.Token);
    }

    private static async Task Drive(Mix mix, Pace pace, Allowances allowances, Tally tally, int gifts, int callers, CancellationToken stop)
    {
        var begun = -1L;
        using var finished = new CancellationTokenSource();
        var progress = Progress(tally, gifts, finished.Token);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            for (var gift = Interlocked.Increment(ref begun); gift < gifts && !stop.IsCancellationRequested && allowances.Over is null; gift = Interlocked.Increment(ref begun))
            {
                var due = pace.IsOpen ? await pace.Due(gift) : System.Diagnostics.Stopwatch.GetTimestamp();
                await mix.Step();
                tally.Gift(due);
            }
        }));
        await finished.CancelAsync();
        await progress;
    }

    private static async Task Progress(Tally tally, int gifts, CancellationToken finished)
    {
        var before = 0L;
        while (!finished.IsCancellationRequested)
        {
            await Task.Delay(1_000, finished).ContinueWith(_ => { }, TaskScheduler.Default);
            var now = tally.Gifts;
            Console.Error.WriteLine($"  {tally.Elapsed.TotalSeconds,5:n0} s  {now:n0} of {gifts:n0} gifts  {now - before:n0}/s  {tally.Retries:n0} retries");
            before = now;
        }
    }

    private static async Task<int> Check(RigArguments args, CityClient city, Expected expected, Person[] people, int callers)
    {
        List<string> wrong = [.. await new OutsideCheck(city, expected, people, callers).Run()];
        Console.WriteLine($"\nchecked from outside: {expected.Roses.Count:n0} roses, {people.Length:n0} people, {expected.Sent:n0} sent, {expected.Claimed:n0} claimed");
        if (args.Text("data") is { } data)
        {
            if (await Recount.Run(Programs.Local(args.Text("local")), data) is { } difference)
            {
                wrong.Add(difference);
            }
        }
        else
        {
            Console.WriteLine("recount was not asked: name the city's folder with --data");
        }

        foreach (var difference in wrong.Take(20))
        {
            Console.WriteLine("WRONG: " + difference);
        }

        Console.WriteLine(wrong.Count == 0 ? "Nothing lost, nothing doubled." : $"{wrong.Count:n0} differences.");
        return wrong.Count == 0 ? 0 : 1;
    }
}
