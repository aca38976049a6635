using Engagement.Contracts;
using Engagement.Grains.Journeys;
using Engagement.Web.Journeys;
using Engagement.Web.Nominations;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Engagement.Web.Stations;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static StationPresets[] Groups => [new("礼让行人", [new("give-way:p1", "谢谢你在斑马线前停下来。")]), new(Nasty, [new(Nasty, Nasty)])];
    private static StationPage Station => new("01kab", "东湖骑手驿站", StationKind.RestPost, "蓬江区", true, true, 1_204,
        [new("谢谢你每天清晨把楼道扫得干干净净。", "小满", Now), new(Nasty, Nasty, Now)]) { Address = "https://roses.example/stations/01kab" };

    private static JourneyPage Way => new(new([new("440784", 1), new("440703", 12), new(null, 1), new("440785", 3)], 4, 9_800),
        new Dictionary<string, string> { ["440784"] = "鹤山", ["440703"] = "蓬江", ["440785"] = "恩平" }, [new("440703", 12), new(null, 1), new("440785", 3)]);

    private static IEnumerable<Scene> Places()
    {
        yield return new("stations", "/stations", "/Stations/Index.cshtml", new StationsPage([new("01kab", "东湖骑手驿站", StationKind.RestPost, "蓬江区", true), new("01kac", Nasty, StationKind.DutyPost, null, false)]));
        yield return new("stations-none", "/stations", "/Stations/Index.cshtml", new StationsPage([]));
        yield return new("station", "/stations/01kab", "/Stations/Show.cshtml", Station with { Keeps = true });
        yield return new("station-fault", "/stations/01kab", "/Stations/Show.cshtml", Station with { Name = Nasty, Manned = false, Fault = "Stations.FaultDailyLimit", Rose = "01kab", Thanks = [] });
        yield return new("station-closed", "/stations/01kab", "/Stations/Show.cshtml", Station with { Open = false });
        yield return new("station-poster", "/stations/01kab/poster", "/Stations/Poster.cshtml", Station);
        yield return new("station-poster-empty", "/stations/01kab/poster", "/Stations/Poster.cshtml", Station with { Received = 0, Thanks = [], Name = Nasty });
        yield return new("station-take", "/stations/01kab/take", "/Stations/Take.cshtml", new StationTakePage("01kab", "东湖骑手驿站", "谢谢你慢下来的这几步。"));
        yield return new("station-give", "/stations/01kab/give", "/Stations/Give.cshtml", new StationGivePage("01kab", Nasty, Groups, 3, Faulty: true));
        yield return new("station-give-none", "/stations/01kab/give", "/Stations/Give.cshtml", new StationGivePage("01kab", "东湖骑手驿站", Groups, 0));
        yield return new("station-desk", "/stations/01kab/desk", "/Stations/Desk.cshtml", new StationDeskPage("01kab", new(true, "东湖骑手驿站", Open: true, Stock: 48),
            new(new("ABCD2345", Now.AddSeconds(20), 48), "https://roses.example/stations/01kab/scan?c=ABCD2345", 20_000), "小满",
            [new("小满", Now, null, 50, 0, 2, false), new(Nasty, Now, Now, 60, 50, 9, true)]));
        yield return new("station-desk-off", "/stations/01kab/desk", "/Stations/Desk.cshtml", new StationDeskPage("01kab", new(true, Nasty, Open: true, Stock: 48), null, null, []) { Faulty = true });
        yield return new("console-stations", "/console/stations", "/Stations/Console.cshtml", new StationsConsolePage(
            [new("01kab", "东湖骑手驿站", StationKind.RestPost, "蓬江区", true, true, 48, 1_204), new("01kac", Nasty, StationKind.Market, null, false, false, 0, 0)],
            true, Groups, [new("440703", "蓬江区")], new(Nasty), "name"));
        yield return new("console-stations-keeper", "/console/stations", "/Stations/Console.cshtml", new StationsConsolePage([], false, Groups, [], new()));
        yield return new("nominate", "/n/ABCDE23456", "/Nominations/Show.cshtml", new NominationPage("ABCDE23456", "骑手一队", 3, ["谢谢你慢下来的这几步。", Nasty], Groups));
        yield return new("nominate-sent", "/n/ABCDE23456", "/Nominations/Show.cshtml", new NominationPage("ABCDE23456", null, 0, [], Groups) { Sent = true });
        yield return new("nominate-fault", "/n/ABCDE23456", "/Nominations/Show.cshtml", new NominationPage("ABCDE23456", Nasty, 0, [], Groups, Fault: "Nominations.FaultDailyLimit"));
        yield return new("thanks", "/courier/thanks", "/Nominations/Mine.cshtml", new MyThanksPage("ABCDE23456",
            [new("h1", "谢谢你慢下来的这几步。", Now, 3, false), new("h2", Nasty, Now, 1, false)], [new("h3", "注意喝水。", Now, 1, true), new("h4", "x", Now, 1, false)]));
        yield return new("thanks-none", "/courier/thanks", "/Nominations/Mine.cshtml", new MyThanksPage(null, [], []));
        yield return new("sticker", "/courier/sticker", "/Nominations/Sticker.cshtml", new StickerPage("ABCDE 23456", "https://roses.example/n/ABCDE23456"));
        yield return new("chain-way", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 3, 2, 4, null,
            [new(1, "东湖骑手驿站", "蓬江区", Now) { Station = true }, new(2, null, null, Now)]) { Journey = Way });
        yield return new("chain-way-empty", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 1, 0, 1, null, []) { Journey = Way with { Journey = new([], 1, 0), Stops = [] } });
    }
}
