using Engagement.Rig.City;

namespace Engagement.Rig.Race;

/// <summary>One activity, and everybody at its board at once, each twice: as many came as people, none lost, none twice.</summary>
internal static class CheckInRace
{
    /// <param name="city">The city.</param>
    /// <param name="people">Who comes; who did not sign up does so on the spot.</param>
    /// <param name="activity">A published activity whose check-in is open, with room for all of them.</param>
    /// <param name="shift">Number of its shift.</param>
    public static async Task<List<string>> Run(CityClient city, Person[] people, string activity, int shift)
    {
        var wrong = new List<string>();
        var leader = await city.SignIn("组织者");
        async Task<Call> Board() => CityClient.Need(await city.Get($"api/v1/activities/{activity}/board?shift={shift}&side=In", leader.Token));
        var code = (await Board()).Text("code");
        var there = (await Board()).Number("in");

        // The code changes meanwhile: whoever was too slow scans the next one, as at any board.
        async Task<(Person Person, Call Call)> Come(Person person)
        {
            while (true)
            {
                var call = await city.Post($"api/v1/activities/{activity}/attendance", new { shift, side = "In", code = Volatile.Read(ref code), walkIn = true }, person.Token);
                if (call.Outcome != "Expired")
                {
                    return (person, call);
                }

                Volatile.Write(ref code, (await Board()).Text("code"));
            }
        }

        var answers = await Task.WhenAll(people.Concat(people).Select(Come));
        RaceCommand.Print("the board", answers.Select(answer => answer.Call));
        if (answers.Count(answer => !answer.Call.Done) is > 0 and var refused)
        {
            wrong.Add($"{refused} of {answers.Length} were refused: {answers.First(answer => !answer.Call.Done).Call.Body}");
            return wrong;
        }

        // A person's two answers name one instant. That only one of them says CheckedIn is not asked: its answer may have got lost.
        if (answers.GroupBy(answer => answer.Person.Id).Count(two => two.DistinctBy(answer => answer.Call.Number("at")).Count() != 1) is > 0 and var split)
        {
            wrong.Add($"{split} people were checked in at two instants");
        }

        var shown = await Crowd.Each(people, 64, "people asked", person => city.Get($"api/v1/activities/{activity}/attendance", person.Token));
        var came = shown.Count(call => call.Done && call.Body.EnumerateArray().Count(row => row.GetProperty("in").GetInt64() > 0) == 1);
        if (came != people.Length || (await Board()).Number("in") != there + people.Length)
        {
            wrong.Add($"{came} of {people.Length} people find themselves once, and the board counts {(await Board()).Number("in") - there} more");
        }

        return wrong;
    }
}
