using Engagement.Rig.City;
using Engagement.Rig.Load;

namespace Engagement.Rig.Race;

/// <summary>One rose: everybody at once, and one command fifty times at once.</summary>
internal static class RoseRace
{
    private const int Repeats = 50;

    public static async Task<List<string>> Run(CityClient city, Person[] people)
    {
        var wrong = new List<string>();
        var giver = await city.SignIn($"赠花{DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 100_000_000}"); // somebody with a full allowance
        var (reason, preset) = (await Catalogue.Read(city)).Any();

        // The same send fifty times at once: one rose.
        var send = new { commandId = CityClient.NewCommand(), reason, preset };
        var sent = await Task.WhenAll(Enumerable.Range(0, Repeats).Select(_ => city.Post("api/v1/roses", send, giver.Token)));
        RaceCommand.Print("the same send", sent);
        Equal(sent, "send", wrong);
        var me = CityClient.Need(await city.Get("api/v1/me", giver.Token));
        if (me.Number("sent") != 1 || me.Body.GetProperty("allowance").GetProperty("remaining").GetInt32() != me.Body.GetProperty("allowance").GetProperty("perDay").GetInt32() - 1)
        {
            wrong.Add($"one send of {Repeats} repeats left {me.Body}");
        }

        // Everybody claims it at once: one winner.
        var (rose, secret) = (CityClient.Need(sent[0]).Text("roseId"), sent[0].Text("secret"));
        var claims = await Task.WhenAll(people.Select(async person =>
        {
            var body = new { commandId = CityClient.NewCommand(), secret };
            return (Person: person, Body: body, Call: await city.Post($"api/v1/roses/{rose}/claim", body, person.Token));
        }));
        RaceCommand.Print("the rose", claims.Select(claim => claim.Call));
        var winners = claims.Where(claim => claim.Call.Done).ToArray();
        if (winners.Length != 1 || claims.Count(claim => claim.Call.Outcome == "AlreadyClaimed") != people.Length - 1)
        {
            wrong.Add($"{winners.Length} winners of {people.Length}");
            return wrong;
        }

        // The winner's claim again, fifty times at once: the same answer, no second hop.
        var again = await Task.WhenAll(Enumerable.Range(0, Repeats).Select(_ => city.Post($"api/v1/roses/{rose}/claim", winners[0].Body, winners[0].Person.Token)));
        RaceCommand.Print("the winner's claim again", again);
        Equal([winners[0].Call, .. again], "claim", wrong);
        var now = CityClient.Need(await city.Get("api/v1/roses/" + rose));
        if (now.Number("hops") != 1 || now.Number("people") != 2 || now.Text("state") != "Held")
        {
            wrong.Add($"the rose shows {now.Body}");
        }

        return wrong;
    }

    private static void Equal(IReadOnlyList<Call> calls, string what, List<string> wrong)
    {
        var answers = calls.Select(call => $"{call.Status} {call.Body}").Distinct().ToArray();
        if (answers.Length != 1 || !calls[0].Done)
        {
            wrong.Add($"one {what} had {answers.Length} answers: {string.Join(" | ", answers.Take(3))}");
        }
    }
}
