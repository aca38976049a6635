using Engagement.Rig.City;
using Engagement.Rig.Load;

namespace Engagement.Rig.Race;

/// <summary>A bouquet of a hundred roses in a hundred shares, and many more people than shares.</summary>
internal static class BouquetRace
{
    private const int Shares = 100;

    public static async Task<List<string>> Run(CityClient city, Person[] people)
    {
        var wrong = new List<string>();
        var organiser = await city.SignIn("组织者");
        var (reason, preset) = (await Catalogue.Read(city)).Any();
        var made = CityClient.Need(await city.Post("api/v1/bouquets",
            new { commandId = CityClient.NewCommand(), roses = Shares, shares = Shares, split = "equal", reason, preset }, organiser.Token));
        var (bouquet, secret) = (made.Text("bouquetId"), made.Text("secret"));

        var claims = await Task.WhenAll(people.Select(async person =>
        {
            var body = new { commandId = CityClient.NewCommand(), secret };
            return (Person: person, Body: body, Call: await city.Post($"api/v1/bouquets/{bouquet}/claim", body, person.Token));
        }));
        RaceCommand.Print("the bouquet", claims.Select(claim => claim.Call));
        var winners = claims.Where(claim => claim.Call.Done).ToArray();
        if (winners.Length != Math.Min(Shares, people.Length) || winners.DistinctBy(winner => winner.Person.Id).Count() != winners.Length)
        {
            wrong.Add($"{winners.Length} winners for {Shares} shares");
        }

        if (claims.Count(claim => !claim.Call.Done && claim.Call.Outcome != "BouquetEmpty") is > 0 and var others)
        {
            wrong.Add($"{others} answers were neither a share nor BouquetEmpty");
        }

        var roses = winners.SelectMany(winner => Roses(winner.Call)).ToArray();
        if (roses.Length != Shares || roses.Distinct().Count() != roses.Length)
        {
            wrong.Add($"{roses.Length} roses were won, {roses.Distinct().Count()} of them different; {Shares} were put in");
        }

        var shown = await Crowd.Each(roses, 64, "roses checked", rose => city.Get("api/v1/roses/" + rose));
        if (shown.Count(rose => !rose.Done || rose.Text("state") != "Held") is > 0 and var lost)
        {
            wrong.Add($"{lost} won roses are not in their winner's hands");
        }

        // A winner's claim again is the same answer; with a new command it is no second share.
        foreach (var winner in winners.Take(20))
        {
            var again = await city.Post($"api/v1/bouquets/{bouquet}/claim", winner.Body, winner.Person.Token);
            var second = await city.Post($"api/v1/bouquets/{bouquet}/claim", new { commandId = CityClient.NewCommand(), secret }, winner.Person.Token);
            if (!Roses(again).SequenceEqual(Roses(winner.Call)) || second.Done)
            {
                wrong.Add($"a winner asked again: {again.Status} {again.Body}; with a new command: {second.Status} {second.Outcome}");
            }
        }

        return wrong;
    }

    private static string[] Roses(Call call) => call.Done
        ? [.. call.Body.GetProperty("roseIds").EnumerateArray().Select(rose => rose.GetString()!)]
        : [];
}
