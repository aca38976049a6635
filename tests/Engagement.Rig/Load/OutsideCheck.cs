using System.Collections.Concurrent;
using Engagement.Rig.City;

namespace Engagement.Rig.Load;

/// <summary>Asks the city about everything that it acknowledged, and about nothing else that it might say of itself.</summary>
internal sealed class OutsideCheck(CityClient city, Expected expected, Person[] people, int callers)
{
    private readonly ConcurrentQueue<string> _wrong = new();

    /// <summary>Every difference, in words.</summary>
    public async Task<IReadOnlyList<string>> Run()
    {
        foreach (var contradiction in expected.Contradictions)
        {
            _wrong.Enqueue(contradiction);
        }

        if (expected.Open > 0)
        {
            _wrong.Enqueue($"{expected.Open} commands were never answered");
        }

        await Crowd.Each([.. expected.Roses], callers, "roses checked", Rose);
        var must = expected.People();
        await Crowd.Each([.. people.Where(person => must.ContainsKey(person.Id))], callers, "people checked", person => Person(person, must[person.Id]));
        await Totals();
        return [.. _wrong];
    }

    private async Task<bool> Rose(KeyValuePair<string, Chain> pair)
    {
        var (rose, chain) = pair;
        var answer = await city.Get("api/v1/roses/" + rose);
        if (!answer.Done)
        {
            return Wrong($"rose {rose} is lost: {answer.Status} {answer.Outcome}");
        }

        var (state, hops, seen) = (answer.Text("state"), answer.Number("hops"), answer.Number("people"));
        var right = chain.Hops > 0 ? state is "Held" or "Kept" or "OfferedOn" : state is "Offered" or "Returned";
        return (right && hops == chain.Hops && seen == chain.People)
            || Wrong($"rose {rose}: {state}, {hops} hops, {seen} people; acknowledged were {chain.Hops} hops and {chain.People} people");
    }

    private async Task<bool> Person(Person person, long[] must)
    {
        var me = await city.Get("api/v1/me", person.Token);
        if (!me.Done)
        {
            return Wrong($"{person.Id} is lost: {me.Status} {me.Outcome}");
        }

        long[] has = [me.Number("held"), me.Number("sent"), me.Number("received")];
        return has.SequenceEqual(must)
            || Wrong($"{person.Id} shows held, sent, received {string.Join(", ", has)}; acknowledged were {string.Join(", ", must)}");
    }

    private async Task Totals()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.5)); // the city's totals are at most a second old
        var now = CityClient.Need(await city.Get("api/v1/campaign"));
        var (sent, claimed) = (now.Number("sent") - expected.TotalsBefore![0], now.Number("claimed") - expected.TotalsBefore[1]);
        if (sent != expected.Sent || claimed != expected.Claimed)
        {
            Wrong($"the city counted {sent} sent and {claimed} claimed; acknowledged were {expected.Sent} and {expected.Claimed}");
        }
    }

    private bool Wrong(string what)
    {
        _wrong.Enqueue(what);
        return false;
    }
}
