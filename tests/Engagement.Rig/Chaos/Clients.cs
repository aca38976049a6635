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
    public async Task Look(bool atRest)
    {
        await Crowd.Each(world.Roses.Keys.ToArray(), 32, "roses looked at", rose => Look(rose, atRest));
        await Crowd.Each(world.Bouquets.Keys.ToArray(), 32, "bouquets looked at", bouquet =>
            desk.Question(0, new(ReadBouquet, null, world.Organiser.Id) { Bouquet = bouquet, AtRest = atRest ? true : null }, "api/v1/bouquets/" + bouquet, world.Organiser));
        await Crowd.Each(world.People, 32, "people looked at", person => Allowance(0, person, atRest));
    }

    /// <summary>A bouquet for everybody who comes.</summary>
    public async Task Bouquet(int roses)
    {
        var (command, (reason, preset)) = (CityClient.NewCommand(), catalogue.Any());
        var call = await desk.Command(0, new(SendBouquet, command, world.Organiser.Id) { Roses = roses, Shares = roses },
            "api/v1/bouquets", new { commandId = command, roses, shares = roses, split = "equal", reason, preset }, world.Organiser);
        if (call.Done)
        {
            world.Bouquets.TryAdd(call.Text("bouquetId"), call.Text("secret"));
        }
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

        var ((bouquet, secret), taker, command) = (bouquets[Random.Shared.Next(bouquets.Length)], world.Anybody(), CityClient.NewCommand());
        var call = await desk.Command(client, new(ClaimShare, command, taker.Id) { Bouquet = bouquet, Secret = OperationCall.SecretId(secret) },
            $"api/v1/bouquets/{bouquet}/claim", new { commandId = command, secret }, taker);
        if (call.Done)
        {
            foreach (var rose in call.Body.GetProperty("roseIds").EnumerateArray())
            {
                world.Took(rose.GetString()!, taker);
            }
        }
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
