using System.Diagnostics;
using Engagement.Rig.City;
using Engagement.Rig.History;
using Engagement.Rig.Load;
using static Engagement.Rig.History.OperationKind;

namespace Engagement.Rig.Chaos;

/// <summary>The people of a round: each client does one thing after another, most of them where others meddle.</summary>
internal sealed class Clients(World world, Desk desk, Catalogue catalogue)
{
    private const int Breath = 30; // milliseconds at most between two steps: enough meddling, and a history that can be proven

    /// <summary>Runs <paramref name="count"/> clients until they are told to stop.</summary>
    public Task Run(int count, CancellationToken stop) => Task.WhenAll(Enumerable.Range(1, count).Select(client => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            await Step(client);
            await Task.Delay(Random.Shared.Next(Breath), CancellationToken.None);
        }
    }, CancellationToken.None)));

    /// <summary>One claim, sent many times at once through different silos with the same command.</summary>
    public async Task SameClaim(Router router, int times)
    {
        var giver = world.Anybody();
        var sent = await Send(0, giver);
        if (!sent.Done)
        {
            return;
        }

        var (rose, secret, taker, command) = (sent.Text("roseId"), sent.Text("secret"), Other(giver), CityClient.NewCommand());
        var claims = await Task.WhenAll(Enumerable.Range(0, times).Select(i => Claim(2_000 + i, rose, secret, taker, command, router.At(i))));
        if (claims.Any(claim => claim.Done))
        {
            world.Took(rose, taker);
        }
    }

    /// <summary>Looks at everything once more, when all is at rest.</summary>
    public async Task Look()
    {
        await Crowd.Each(world.Roses.Keys.ToArray(), 32, "roses looked at", rose => Look(rose, atRest: true));
        await Crowd.Each(world.Bouquets.Keys.ToArray(), 32, "bouquets looked at", bouquet =>
            desk.Question(0, new(ReadBouquet, null, world.Organiser.Id) { Bouquet = bouquet, AtRest = true }, "api/v1/bouquets/" + bouquet, world.Organiser));
        await Crowd.Each(world.People, 32, "people looked at", person => Allowance(0, person, atRest: true));
    }

    /// <summary>One bouquet and many more people than shares, all at once. How many won, and how many were not answered.</summary>
    public async Task<(int Won, int Open)> Stampede(Person[] crowd, int shares)
    {
        var call = await Bouquet(shares, known: false);
        if (!call.Done)
        {
            throw new RigException($"The bouquet of a stampede was answered {call.Outcome}.");
        }

        var (bouquet, secret) = (call.Text("bouquetId"), call.Text("secret"));
        var claims = await Task.WhenAll(crowd.Select((person, i) => Share(10_000 + i, bouquet, secret, person)));
        return (claims.Count(claim => claim.Done), claims.Count(claim => ApiAnswers.Outcome(claim) == Operation.Unknown));
    }

    /// <summary>
    /// Gives roses at once; then <paramref name="jump"/> must make the first one due after the time that it is told; until all
    /// are due and a little longer, two people try to take each. How many were taken, and how many claims came too late.
    /// </summary>
    public async Task<(int Taken, int Late)> TakeAtTheLastMoment(int roses, Action<TimeSpan> jump)
    {
        var margin = TimeSpan.FromMilliseconds(150);
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, roses).Select(i => Send(20_000 + i, world.Anybody())));
        var span = clock.Elapsed;
        jump(span + margin); // of the first rose; the last one is due a little later
        var claims = await Task.WhenAll(sent.Where(one => one.Done).SelectMany((one, i) => Enumerable.Range(0, 2).Select(async n =>
        {
            await Task.Delay((span + (margin * 2)) * Random.Shared.NextDouble());
            return await Claim(21_000 + (2 * i) + n, one.Text("roseId"), one.Text("secret"), world.Anybody(), CityClient.NewCommand(), null);
        })));
        return (claims.Count(claim => claim.Done), claims.Count(claim => claim.Outcome == "Returned"));
    }

    /// <summary>A bouquet: for everybody who comes, or for a crowd that nobody of the load joins.</summary>
    public async Task<Call> Bouquet(int roses, bool known = true)
    {
        var (command, (reason, preset)) = (CityClient.NewCommand(), catalogue.Any());
        var call = await desk.Command(0, new(SendBouquet, command, world.Organiser.Id) { Roses = roses, Shares = roses },
            "api/v1/bouquets", new { commandId = command, roses, shares = roses, split = "equal", reason, preset }, world.Organiser);
        if (call.Done && known)
        {
            world.Bouquets.TryAdd(call.Text("bouquetId"), call.Text("secret"));
        }

        return call;
    }

    private Task Step(int client) => Random.Shared.Next(100) switch
    {
        < 22 => Send(client, world.Anybody()),
        < 58 => ClaimAny(client),
        < 74 => PassOn(client),
        < 79 => Withdraw(client),
        < 84 => Share(client),
        < 94 => world.AnOffer() is { } offer ? Look(offer.Rose, atRest: false, client) : Send(client, world.Anybody()),
        _ => Allowance(client, world.Anybody(), atRest: false),
    };

    private async Task<Call> Send(int client, Person giver)
    {
        var (command, (reason, preset)) = (CityClient.NewCommand(), catalogue.Any());
        var call = await desk.Command(client, new(OperationKind.Send, command, giver.Id), "api/v1/roses", new { commandId = command, reason, preset }, giver);
        if (call.Done)
        {
            world.Offered(call.Text("roseId"), call.Text("secret"), giver);
        }

        return call;
    }

    private async Task ClaimAny(int client)
    {
        if (world.AnOffer() is not { } offer)
        {
            return;
        }

        var taker = Random.Shared.Next(20) == 0 ? offer.Giver : Other(offer.Giver);
        var call = await Claim(client, offer.Rose, offer.Secret, taker, CityClient.NewCommand(), null);
        if (call.Done)
        {
            world.Took(offer.Rose, taker);
        }

        if (call.Done || call.Outcome is "AlreadyClaimed" or "Withdrawn" or "Returned")
        {
            world.Over(offer);
        }
    }

    private Task<Call> Claim(int client, string rose, string secret, Person taker, string command, Uri? site) => desk.Command(client,
        new(OperationKind.Claim, command, taker.Id) { Rose = rose, Secret = OperationCall.SecretId(secret) },
        $"api/v1/roses/{rose}/claim", new { commandId = command, secret }, taker, site);

    private async Task PassOn(int client)
    {
        if (world.TakeInHand() is not var (rose, holder))
        {
            return;
        }

        var by = Random.Shared.Next(20) == 0 ? world.Anybody() : holder; // now and then somebody who does not hold it
        var (command, (reason, preset)) = (CityClient.NewCommand(), catalogue.Any());
        var call = await desk.Command(client, new(Offer, command, by.Id) { Rose = rose }, $"api/v1/roses/{rose}/offer", new { commandId = command, reason, preset }, by);
        if (call.Done)
        {
            world.Offered(rose, call.Text("secret"), by);
        }
    }

    private async Task Withdraw(int client)
    {
        if (world.AnOffer() is { } offer)
        {
            var command = CityClient.NewCommand();
            var call = await desk.Command(client, new(OperationKind.Withdraw, command, offer.Giver.Id) { Rose = offer.Rose },
                $"api/v1/roses/{offer.Rose}/withdraw", new { commandId = command }, offer.Giver);
            if (call.Done)
            {
                world.Over(offer);
            }
        }
    }

    private async Task Share(int client)
    {
        if (world.Bouquets.ToArray() is not { Length: > 0 } bouquets)
        {
            return;
        }

        var (bouquet, secret) = bouquets[Random.Shared.Next(bouquets.Length)];
        await Share(client, bouquet, secret, world.Anybody());
    }

    private async Task<Call> Share(int client, string bouquet, string secret, Person taker)
    {
        var command = CityClient.NewCommand();
        var call = await desk.Command(client, new(ClaimShare, command, taker.Id) { Bouquet = bouquet, Secret = OperationCall.SecretId(secret) },
            $"api/v1/bouquets/{bouquet}/claim", new { commandId = command, secret }, taker);
        if (call.Done)
        {
            foreach (var rose in call.Body.GetProperty("roseIds").EnumerateArray())
            {
                world.Took(rose.GetString()!, taker);
            }
        }

        return call;
    }

    private Task<Call> Look(string rose, bool atRest, int client = 0)
    {
        var by = world.Anybody();
        return desk.Question(client, new(ReadRose, null, by.Id) { Rose = rose, AtRest = atRest ? true : null }, "api/v1/roses/" + rose, by);
    }

    private Task<Call> Allowance(int client, Person person, bool atRest) =>
        desk.Question(client, new(ReadAllowance, null, person.Id) { AtRest = atRest ? true : null }, "api/v1/me", person);

    private Person Other(Person than)
    {
        Person other;
        do
        {
            other = world.Anybody();
        }
        while (other == than);

        return other;
    }
}
