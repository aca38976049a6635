using Engagement.Contracts;
using Engagement.Grains.Archive;
using Engagement.Grains.Publications;
using Engagement.Grains.Rankings;
using Engagement.Grains.Records;
using Engagement.Web.Archive;
using Engagement.Web.Boards;
using Engagement.Web.Console;
using Engagement.Web.Drawing;
using Engagement.Web.Records;
using Engagement.Web.Shared;
using Engagement.Web.Wall;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static string Hash => new('a', 64);

    private static Edition Frozen => new() { Number = 0, Body = 1, Hash = Hash, At = Now.ToUnixTimeMilliseconds() };

    private static Edition First => Frozen with { Number = 1, ConfirmedAt = Now.ToUnixTimeMilliseconds(), Signature = [1], PublicKey = "key", By = new(new Guid(1, 0, 0, new byte[8])), ConfirmedBy = new(new Guid(2, 0, 0, new byte[8])) };

    private static Edition Erratum => First with { Number = 2, Reason = Nasty };

    private static SnapshotBoard[] Documents =>
    [
        new(Engagement.Grains.Rankings.Boards.ActRate, "t", 3, [new(1, "b", Nasty, 60, 40, 150m), new(2, "a", "骑手一队", 300, 600, 50m), new(null, Standings.Pool, "城市骑士", 3, 30, 10m), new(null, Standings.Small, "两家", 2, 7)]),
        new(Engagement.Grains.Rankings.Boards.Acts, "t", 0, []),
        new(Engagement.Grains.Rankings.Boards.District, "t", 300, [new(1, "440703", "蓬江区", 1_204_331), new(2, "440704", "江海区", 4)]),
    ];

    private static IEnumerable<Scene> Published()
    {
        Choice[] boards = [new("acts-rate", "善行（人均）"), new("acts", "善行（总数）")];
        BoardRow[] rows = [new(1, "骑手二队", "60 件 · 40 名骑手", 1500, false, null, "150.0"), new(2, Nasty, "300 件 · 600 名骑手", 500, true, null, "50.0"), new(null, "人数较少的 3 家，合在一起", "2 件 · 7 名骑手", 0, false, null, "–")];
        yield return new("boards-rate", "/boards/acts-rate", "/Boards/Index.cshtml", new BoardsPage("acts-rate", boards, BoardPeriod.Week, rows, [], rows[1], 3, Now) { LeastCouriers = 20 });
        yield return new("boards-small", "/boards/acts", "/Boards/Index.cshtml", new BoardsPage("acts", boards, BoardPeriod.Week, [rows[2]], [], rows[2], 1, Now) { LeastCouriers = 20 });
        yield return new("boards-courier", "/boards/acts-courier", "/Boards/Index.cshtml", new BoardsPage("acts-courier", boards, BoardPeriod.Day, [], [], null, 0, Now, BoardInvite.Courier));

        var week = new PublishedRow("w20261123", false, new(2026, 11, 23), new(2026, 11, 29), PublicationStage.Closed, Now.AddHours(8), null, 0);
        var done = week with { Stage = PublicationStage.Published, PublishedAt = Now, Errata = 1 };
        ArchiveDay day = new(20261124, 12_345, 7, 30_000, 28_000, new('a', 64), new('b', 64));
        WallAnswer wall = new(0, 0, 0, 0, [.. CityMosaic.Districts.Select(code => new WallUnit(code, "蓬江", 0))], [], [], [], [], WallBook.Rose(0));
        yield return new("wall", "/wall", "/Wall/Index.cshtml", new WallPage(wall with { Claimed = 2_999_999, Companies = [new("a", Nasty, 5)] }, [3_000_000]));
        yield return new("open-0", "/open", "/Archive/Index.cshtml", new OpenPage(new(ArchiveIndex.Current, "", []), "0123456789abcdef", "https://city.example"));
        yield return new("open", "/open", "/Archive/Index.cshtml", new OpenPage(new(ArchiveIndex.Current, "jiangmen", [.. Enumerable.Repeat(day, 61)]), "0123456789abcdef", "https://city.example"));
        yield return new("published-0", "/boards/published", "/Boards/Published.cshtml", new PublishedPage([], "0123456789abcdef"));
        yield return new("published", "/boards/published", "/Boards/Published.cshtml", new PublishedPage([done with { IsAll = true }, week, done], "0123456789abcdef"));
        yield return new("period-frozen", "/boards/published/w20261123", "/Boards/Period.cshtml", Period(week, Frozen, []) with
        {
            Open = true, Objectable = ["acts-rate", "company"], Form = new("company", "Missing", Nasty), Fault = "note",
        });
        yield return new("period-guest", "/boards/published/w20261123", "/Boards/Period.cshtml", Period(week, Frozen, []) with { Open = true, IsGuest = true });
        yield return new("period-answered", "/boards/published/w20261123", "/Boards/Period.cshtml", Period(week, Frozen, []) with
        {
            Mine = [new() { Board = "acts", Member = "a", Ground = ObjectionGround.Couriers, State = ObjectionState.Dismissed, Answer = Nasty }],
        });
        yield return new("period-published", "/boards/published/w20261123", "/Boards/Period.cshtml", Period(done, Erratum, [Erratum]));
        yield return new("period-older", "/boards/published/w20261123?edition=1", "/Boards/Period.cshtml", Period(done, First, [Erratum]));

        yield return new("console-boards-0", "/console/boards", "/Console/Publications.cshtml", new PublicationsPage([]));
        yield return new("console-boards", "/console/boards", "/Console/Publications.cshtml", new PublicationsPage([new(week, 2, false, true), new(done, 0, true, false)]));
        var state = new PublicationState { Period = "w20261123", Stage = PublicationStage.Closed, Editions = [Frozen] };
        var objection = new Objection { By = First.By, Board = "company", Member = "a", Ground = ObjectionGround.Missing, At = Now.ToUnixTimeMilliseconds() };
        SnapshotChange[] changes = [new("company", "a", Nasty, new(1, "a", "骑手一队", 12), null), new("acts-rate", "b", "骑手二队", null, new(2, "b", "骑手二队", 60, 40, 150m))];
        yield return new("console-period-frozen", "/console/boards/w20261123", "/Console/Publication.cshtml", new PublicationPage(week, state, [], true) { Name = Called, Objections = [new(1, objection, "骑手一队", Nasty)] });
        yield return new("console-period-ready", "/console/boards/w20261123", "/Console/Publication.cshtml", new PublicationPage(week, state, changes, false) { Name = Called, Objections = [] });
        yield return new("console-period-waits", "/console/boards/w20261123", "/Console/Publication.cshtml",
            new PublicationPage(done, new() { Period = "w20261123", Stage = PublicationStage.Published, Editions = [Frozen, First], Proposed = Erratum }, changes, false)
            {
                Name = Called, Objections = [new(1, objection with { State = ObjectionState.Upheld, Answer = Nasty }, "骑手一队", null)], MayConfirm = true, Fault = "reason",
            });
    }

    private static IEnumerable<Scene> CivicRecords()
    {
        RecordLine[] lines = [new(new(Guid.NewGuid()), "见义勇为、救助", Now, "蓬江区", EvidenceLevel.E3, false), new(new(Guid.NewGuid()), Nasty, Now, null, EvidenceLevel.E2, true)];
        var share = new RecordShare(Guid.NewGuid(), 1, 0, Now.AddHours(3).ToUnixTimeMilliseconds());
        yield return new("record-ask", "/courier/record", "/Records/Index.cshtml", new RecordPage(false, lines, [], []));
        yield return new("record-0", "/courier/record", "/Records/Index.cshtml", new RecordPage(true, [], [], []));
        yield return new("record", "/courier/record", "/Records/Index.cshtml", new RecordPage(true, lines, [share], [new(1, lines[0].Act, RecordFault.Day, null, Now.ToUnixTimeMilliseconds(), CorrectionState.Declined, Nasty)], Outcome.AllowanceUsed));
        yield return new("record-code", "/courier/record/shares/1", "/Records/Share.cshtml", new SharePage(1, "https://roses.example.gov.cn/record/" + new string('A', 22) + "?k=" + new string('A', 22), Now));
        yield return new("record-shown", "/record/x", "/Records/Sheet.cshtml", new SheetPage(Nasty, [lines[0]], Now, Now));
        yield return new("record-print", "/courier/record/print", "/Records/Sheet.cshtml", new SheetPage(null, [], Now, null));
        yield return new("console-records-0", "/console/records", "/Console/Records.cshtml", new RecordsPage([]));
        yield return new("console-records", "/console/records", "/Console/Records.cshtml", new RecordsPage([new(new(First.By, new(1, lines[0].Act, RecordFault.Day, null, Now.ToUnixTimeMilliseconds()), null, Nasty), Nasty, "救助")], true));
    }

    private static Func<ParticipantId, string> Called => id => id == First.By ? Nasty : "未署名用户（BxQ2mA）";

    private static PeriodPage Period(PublishedRow row, Edition edition, Edition[] errata) => new(row, edition,
        new(Snapshot.Current, "jiangmen", row.Period, row.From, row.To, edition.Number, null, null, Now, 20, Snapshot.NotForAssessment, Documents), errata, "https://roses.example.gov.cn")
    {
        Lines = [.. Documents.Select(board => new PeriodBoard(board, [.. board.Lines.Select(line => (line, line.Name))]))],
    };
}
