using System.Net;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web.Problems;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>Copies of the site are one city: sessions, roses and people are the same in each, whoever of them dies.</summary>
public sealed class SeveralProcessesTests
{
    [RedisFact]
    public async Task Session_OfOneCopyStartedTogether_IsValidInEach()
    {
        await using var city = await ProcessCity.StartAsync();
        var copies = await city.StartAsync(3);
        foreach (var copy in copies)
        {
            var token = await city.Enter(copy, "跨进程" + copy.Id);
            foreach (var other in copies)
            {
                Assert.Equal(HttpStatusCode.OK, (await Answered(other, token, HttpMethod.Get, "/me")).Status);
            }
        }

        await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
        await using var store = await ConnectionMultiplexer.ConnectAsync(city.Store.Connection);
        Assert.Equal(1, await control.GetDatabase().ListLengthAsync("{jiangmen}:ring")); // one first key, in control
        Assert.False(await store.GetDatabase().KeyExistsAsync("{jiangmen}:ring"));
    }

    [RedisFact]
    public async Task Load_WithoutAFault_NobodyIsDeclaredDead()
    {
        await using var city = await ProcessCity.StartAsync();
        var copies = await city.StartAsync(3);
        await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
        var before = await Members(control);
        Assert.Equal(3, before.Length);
        var people = await Task.WhenAll(Enumerable.Range(0, 48).Select(i => city.Enter(copies[i % 3], "人潮" + i)));
        await Task.WhenAll(people.Select(async (person, i) =>
        {
            for (var n = 0; n < 90; n++)
            {
                await Give(copies[(i + n) % 3], person);
            }
        }));
        Assert.Equal(before, await Members(control));
        Assert.Equal(0, await city.Start([], "recount").Ends());
    }

    [RedisTheory, InlineData("KILL"), InlineData("STOP")]
    public async Task Gifts_OneSiloDies_NeverAFaultAndAllCarriedOut(string signal)
    {
        await using var city = await ProcessCity.StartAsync();
        var copies = await city.StartAsync(3);
        var people = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            people.Add(await city.Enter(copies[i % 3], "送花人" + i));
        }

        await Task.WhenAll(people.Select((person, i) => Give(copies[i % 3], person))); // people's grains are now in all three
        copies[2].Signal(signal);
        await Task.WhenAll(people.Select((person, i) => Give(copies[i % 2], person)));
        foreach (var person in people)
        {
            var (_, me) = await Answered(copies[0], person, HttpMethod.Get, "/me");
            Assert.Equal(98, me.GetProperty("allowance").GetProperty("remaining").GetInt32());
        }

        if (signal == "STOP")
        {
            // Were it woken before, it would rightly live on.
            await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
            await Eventually.HoldsAsync(async () => (await Silos(control)).Any(silo => silo.EndsWith(" 6", StringComparison.Ordinal)), "the others declare the hung silo dead");
            copies[2].Signal("CONT");
            Assert.NotEqual(0, await copies[2].Ends()); // it finds itself dead
        }

        Assert.Equal(0, await city.Start([], "recount").Ends());
    }

    // Silos with their status; 3 is Active, 6 is Dead.
    private static async Task<string[]> Silos(ConnectionMultiplexer control)
    {
        var rows = await control.GetDatabase().HashGetAllAsync("engagement/members/engagement");
        return rows.Where(row => row.Name != "Version").Select(row => $"{row.Name} {JsonDocument.Parse((string)row.Value!).RootElement.GetProperty("Status")}").Order().ToArray();
    }

    private static async Task<string[]> Members(ConnectionMultiplexer control)
    {
        var members = await Silos(control);
        Assert.All(members, member => Assert.EndsWith(" 3", member, StringComparison.Ordinal));
        return members;
    }

    [Fact]
    public void OutcomeOf_CallThatAHungSiloCancelled_IsUnknown() => Assert.Equal(Outcome.OutcomeUnknown, FaultHandler.OutcomeOf(new OperationCanceledException()));

    private static async Task Give(WebProcess by, string person) =>
        Assert.Equal(HttpStatusCode.Created, (await Answered(by, person, HttpMethod.Post, "/roses", ApiPerson.Rose())).Status);

    // As any client: the same command again while the outcome is unknown. Anything else than 503 must be the answer.
    private static async Task<(HttpStatusCode Status, JsonElement Body)> Answered(
        WebProcess by, string person, HttpMethod method, string path, object? body = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ProcessCity.Ask(by, person, method, path, body);
            Assert.True(answer.Status < HttpStatusCode.InternalServerError || answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer.Status}:\n{by.Output}");
            if (answer.Status != HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            Assert.Equal(Outcome.OutcomeUnknown.ToString(), answer.Body.GetProperty("outcome").GetString());
            Assert.True(attempt < 100, "The cluster did not recover:\n" + by.Output);
            await Task.Delay(200);
        }
    }
}
