using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Roses;

/// <summary>Roses in beds: in memory only while somebody is with them, in every silo that is asked (docs/decisions/0008).</summary>
[Collection(StoreTests.Name)]
public sealed class RoseBedTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Claim_ThroughTwoSilosAtOnce_OneWinsAndTheOtherIsRefused()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var beds = city.Cell.Cluster.GetActiveSilos().Select(silo => silo.ServiceProvider.GetRequiredService<CellGrains>()).ToArray();
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => city.PersonAsync()));
        var conflicts = 0;
        for (var round = 0; round < 20; round++)
        {
            var sent = await city.SendAsync(people[0]);
            if (sent.Outcome == Outcome.AllowanceUsed)
            {
                city.Clock.Advance(TimeSpan.FromDays(1));
                sent = await city.SendAsync(people[0]);
            }

            async Task<Outcome> Claim(int person)
            {
                var command = city.Cell.Command();
                while (true)
                {
                    try
                    {
                        return (await beds[person % 2].Rose(sent.Rose).Claim(sent.Rose, command, new(people[person], sent.Secret))).Outcome;
                    }
                    catch (LedgerException e) when (e.Failure == LedgerFailure.Conflict)
                    {
                        Interlocked.Increment(ref conflicts);
                    }
                }
            }

            var outcomes = await Task.WhenAll(Enumerable.Range(1, 3).Select(Claim));
            Assert.Equal([Outcome.Done, Outcome.AlreadyClaimed, Outcome.AlreadyClaimed], outcomes.Order());
        }

        Assert.NotEqual(0, conflicts); // both silos did hold the rose
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_RoseBornWhileAnEarlierCallHeldItsAbsence_IsSeen()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai, command) = (await city.PersonAsync(), await city.PersonAsync(), city.Cell.Command());
        var keys = city.Cell.Services.GetRequiredService<CellKeys>();
        var id = new RoseId(keys.Born(an.Value, command.Value, 0));
        city.Cell.Sabotage.HoldsRead = true;
        var early = city.Rose(id).Claim(id, city.Cell.Command(), new(bai, keys.LinkSecret(id.Value, 1)));
        await city.Cell.Doors["read"].Reached.Task;
        var sent = await city.Person(an).Send(command, new(City.Words, default, false));
        var late = city.ClaimAsync(sent, bai); // shares the look that saw nothing
        await Task.Delay(50);
        city.Cell.Doors["read"].Opened.SetResult();
        Assert.Equal(Outcome.NotFound, (await early).Outcome);
        await late;
        await city.IsCleanAsync();
    }
}
