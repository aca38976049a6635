using Engagement.Rig.City;
using Engagement.Rig.Load;

namespace Engagement.Rig.Race;

/// <summary><c>race</c>: many people at one thing at once. Prints what happened and fails unless it is exactly right.</summary>
internal static class RaceCommand
{
    public static readonly string[] Options = ["claims", "bouquet", "checkin", "activity", "shift", "data", "local", "site", "wechat"];

    public static async Task<int> Run(RigArguments args)
    {
        var crowd = args.Has("bouquet") ? args.Number("bouquet", 10_000) : args.Has("checkin") ? args.Number("checkin", 2_000) : args.Number("claims", 1_000);
        using var city = new CityClient(args.Text("site", "http://127.0.0.1:5000"), args.Text("wechat", "http://127.0.0.1:5080"), callers: 512);
        var people = await Crowd.Enter(city, crowd, 64);
        var wrong = args.Has("bouquet") ? await BouquetRace.Run(city, people)
            : args.Has("checkin") ? await CheckInRace.Run(city, people, args.Text("activity") ?? throw new ArgumentException("--checkin needs --activity."), args.Number("shift", 1))
            : await RoseRace.Run(city, people);
        if (args.Text("data") is { } data && await Recount.Run(Programs.Local(args.Text("local")), data) is { } unclean)
        {
            wrong.Add(unclean);
        }

        foreach (var difference in wrong)
        {
            Console.WriteLine("WRONG: " + difference);
        }

        Console.WriteLine(wrong.Count == 0 ? "Exactly right." : $"{wrong.Count} differences.");
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Says how often each outcome was answered.</summary>
    public static void Print(string what, IEnumerable<Call> calls)
    {
        foreach (var outcome in calls.GroupBy(call => call.Outcome).OrderBy(group => group.Count()))
        {
            Console.WriteLine($"{what}: {outcome.Key} {outcome.Count():n0}");
        }
    }
}
