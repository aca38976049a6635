using Engagement.Contracts;
using Engagement.Grains.Journeys;
using Engagement.Web.Journeys;
using Engagement.Web.Nominations;
using Engagement.Web.Paper;
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
        yield return new("station-take", "/stations/01kab/take", "/Stations/Take.cshtml", new StationTakePage("01kab", "东湖骑手驿站", "谢谢你慢下来的这几步。"));
        yield return new("station-take-left", "/stations/01kab/take", "/Stations/Take.cshtml", new StationTakePage("01kab", Nasty, "谢谢你慢下来的这几步。")
        {
            Lying = [new("01kad", 7, Now, null), new("01kae", 1_204, Now, "16383 · 10000")],
        });
        yield return new("station-lying", "/stations/01kab", "/Stations/Show.cshtml", Station with { Lying = 2, Fault = "Stations.FaultAlreadyClaimed" });
        yield return new("leave", "/r/01kab/leave", "/Stations/Leave.cshtml", new StationLeavePage("01kab", 7,
            [new("01kab", "东湖骑手驿站", StationKind.RestPost, "蓬江区", true), new("01kac", Nasty, StationKind.DutyPost, null, false)], false));
        yield return new("leave-paper-none", "/r/01kab/leave", "/Stations/Leave.cshtml", new StationLeavePage("01kab", 1, [], true));
        yield return new("elsewhere-lying", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Giver, null, 3, Holder: "东湖骑手驿站") { Lies = true });
        yield return new("paper-free", "/p/ABCDEFGH", "/Paper/Show.cshtml", new PaperPage(PaperStage.Free, "ABCDEFGH", "01kab", 3, 2, 1) { Short = "ABCD-EFGH" });
        yield return new("paper-mine-free", "/p/ABCDEFGH", "/Paper/Show.cshtml", new PaperPage(PaperStage.MineFree, "ABCDEFGH", "01kab", 3, 2, 1));
        yield return new("paper-lying", "/p/ABCDEFGH", "/Paper/Show.cshtml", new PaperPage(PaperStage.Lying, "ABCDEFGH", "01kab", 3, 2, 1) { Station = ("01kab", Nasty) });
        yield return new("paper-travelled", "/p/ABCDEFGH", "/Paper/Show.cshtml", new PaperPage(PaperStage.Frozen, "ABCDEFGH", "01kab", 3, 2, 1) { Travelled = true });
        yield return new("console-paper-review", "/console/paper/review", "/Paper/Review.cshtml", new PaperReviewPage(
            [new("01kab", 16_383, 10_000, 12, Now), new("01kac", 7, 3, 2, Now, new("蓬江区", "恩平市", Now))], []));
        yield return new("console-paper-batch", "/console/paper/7", "/Paper/Batch.cshtml", new BatchPage(
            new() { Number = 7, Root = 7, Size = 10_000, Name = Nasty, At = 1, Seed = "co-sf" }, "顺丰", [new("co-sf", "顺丰")]) { Courier = "骑士长", Fault = "courier" });
        yield return new("console-paper-stickers", "/console/paper/8", "/Paper/Batch.cshtml", new BatchPage(new() { Number = 8, Root = 8, Size = 48, Name = "灯柱", At = 1, Free = true }, null, []));
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
        yield return new("chain-way", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 3, 2, 4, null,
            [new(1, "东湖骑手驿站", "蓬江区", Now) { Station = true }, new(2, null, null, Now)]) { Journey = Way });
        yield return new("chain-way-empty", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 1, 0, 1, null, []) { Journey = Way with { Journey = new([], 1, 0), Stops = [] } });
    }
}
