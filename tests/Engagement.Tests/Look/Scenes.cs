using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Notices;
using Engagement.Web.Boards;
using Engagement.Web.Bouquets;
using Engagement.Web.Console;
using Engagement.Web.Home;
using Engagement.Web.JsSdk;
using Engagement.Web.Mine;
using Engagement.Web.Notices;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Settings;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

/// <summary>Every view, with none, one and many, short words and the longest.</summary>
public static partial class Scenes
{
    public const string Nasty = "<script>x</script>\"'&";
    private const string Sixty = "去年冬天我摔了一跤，是你扶我起来，陪我等到家里人来，还把围巾给了我。这条围巾我洗好收着，一直想当面还你，也一直想说谢谢。";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 40, 0, TimeSpan.Zero);
    private static readonly CityCount City = new(3484, 2961, 1872, 16);
    private static readonly Letter Short = new("王阿姨", "谢谢你每天清晨把楼道扫得干干净净。", "小满", 11);
    private static readonly Letter Long = new("社区卫生站的陈医生", Sixty, "住在三楼的小满", 24);
    private static readonly Letter English = new("Mrs Chan", "Thank you for waiting to cross with me in the rain.", "Xiaoman", 5);

    private static readonly Sentence[] Sentences = [new("p1", "谢谢你每天清晨把楼道扫得干干净净。"), new("p2", "那天下大雨，谢谢你等我一起过马路。")];
    private static readonly Choice[] Reasons = [new("thank-you", "一句心意"), new("clean", "打扫干净"), new("give-way", "礼让行人")];

    // Made when first asked for: the fields that scenes share stand in several files, and files have no order.
    public static IReadOnlyList<Scene> All => field ??= [.. Home(), .. Roses(), .. Shelves(), .. Boards(), .. Bouquets(), .. Settings(), .. States(), .. Console(), .. Couriers(), .. Companies(), .. Acts(), .. Published(), .. CivicRecords(), .. Deeds(), .. Places(), .. Presence(), .. Hours(), .. Imports(), .. Certificates(), .. Stars(), .. Activities(), .. Volunteers(), .. Teams()];

    private static IEnumerable<Scene> Home()
    {
        yield return new("home", "/", "/Home/Index.cshtml", new HomePage(City, 5, 3, 2));
        yield return new("home-back", "/", "/Home/Index.cshtml", new HomePage(City, 5, 9) { Back = 4, Latest = new("蓬江区", 5) });
        yield return new("home-latest", "/", "/Home/Index.cshtml", new HomePage(City, 5, 1) { Back = 1, Latest = new(Nasty, 12, Now) });
        yield return new("home-guest", "/", "/Home/Index.cshtml", new HomePage(new(0, 0, 0, 0), 5));
        yield return new("home-none-left", "/", "/Home/Index.cshtml", new HomePage(City with { LongestChain = 10_000 }, 5, 0));
        yield return new("home-notices", "/", "/Home/Index.cshtml", new HomePage(City, 5, 2) { Notices = 12 });
        yield return new("home-closed", "/", "/Home/Index.cshtml", new HomePage(City, 5, 5, Closed: true));
        yield return new("consent", "/consent", "/Home/Consent.cshtml", new ConsentPage("/roses/new"));
        yield return new("rules", "/rules", "/Home/Rules.cshtml", null);
        yield return new("signin", "/signin", "/Home/SignIn.cshtml", new SignInPage(true, "/signin/wechat", "https://roses.example/r/1", SignInTrouble.Failed));
        yield return new("snapshot", "/signin/snapshot", "/Home/Snapshot.cshtml", null);
        yield return new("scan", "/scan", "/JsSdk/Scan.cshtml", new ScanPage());
        yield return new("scan-foreign", "/scan", "/JsSdk/Scan.cshtml", new ScanPage(Foreign: true));
        yield return new("signin-outside", "/signin", "/Home/SignIn.cshtml", new SignInPage(false, "/signin/wechat", "https://roses.example/r/01kab?k=abcdefghijklmnopqrstuv"));
    }

    private static IEnumerable<Scene> Roses()
    {
        yield return new("write", "/roses/new", "/Roses/New.cshtml", new WritePage(new("王阿姨"), Sentences, Reasons, "小满", 3));
        yield return new("write-first", "/roses/new", "/Roses/New.cshtml", new WritePage(new(), Sentences, Reasons, null, 5));
        yield return new("write-name-held", "/roses/new", "/Roses/New.cshtml", new WritePage(new("王阿姨", Text: "那天真的多亏你。"), Sentences, Reasons, null, 5) { NameHeld = true });
        yield return new("write-long", "/roses/new", "/Roses/New.cshtml", new WritePage(new("社区卫生站的陈医生", "p2", "clean", Sixty), Sentences, Reasons, "住在三楼的小满", 3, Known: [new("p1", "李红梅")], Fault: StateKind.TextRefused));
        yield return new("write-nasty", "/roses/new", "/Roses/New.cshtml", new WritePage(new(Nasty, Nasty, Nasty, Nasty), [new(Nasty, Nasty)], [new(Nasty, Nasty)], Nasty, 3));
        yield return new("pass", "/r/01kab/pass", "/Roses/Pass.cshtml", new WritePage(new("骑手小马", "p2"), Sentences, Reasons, "小满", null, "01kab", 12));
        yield return new("sealed", "/r/01kab/sealed", "/Roses/Sealed.cshtml", new SealedPage("01kab", Short, "https://roses.example/r/01kab?k=abcdefghijklmnopqrstuv", "/poster.jpg", Now.AddDays(1)));
        yield return new("sealed-direct", "/r/01kab/sealed", "/Roses/Sealed.cshtml", new SealedPage("01kab", Short, null, null, Now.AddDays(1), "王阿姨"));
        yield return new("sealed-held", "/r/01kab/sealed", "/Roses/Sealed.cshtml", new SealedPage("01kab", Long, "https://roses.example/r/01kab?k=abcdefghijklmnopqrstuv", "/poster.jpg", Now.AddDays(1)) { Held = true });
        yield return new("envelope", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Offered, RoseViewer.Other, "小满", 11, "abcdefghijklmnopqrstuv", Until: Now.AddHours(9)));
        yield return new("envelope-anonymous", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Offered, RoseViewer.Other, null, 1, "s"));
        yield return new("opened", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Taker, "小满", 12, Letter: Short with { People = 12 }, Place: 12, Until: Now.AddDays(3), CanPass: true, JustOpened: true, Phrases: [new("t1", "收到了，心里暖暖的"), new("t2", "改天见面喝杯茶")]));
        yield return new("opened-long", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Kept, RoseViewer.Taker, "小满", 24, Letter: Long, Place: 24, CanPass: true, Thanks: "谢谢你还记得"));
        yield return new("opened-english", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Taker, "Xiaoman", 5, Letter: English, CanPass: true));
        yield return new("opened-asked", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Taker, "小满", 12, Letter: Short, CanPass: true) { Prompt = new("tmpl-1", "/r/01kab") });
        yield return new("returned-asked", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Returned, RoseViewer.Giver, null, 1) { Prompt = new("tmpl-2", "/r/01kab"), Unsent = Short });
        yield return new("opened-unsent", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Taker, "小满", 12, Letter: Short, CanPass: true) { Unsent = Long });
        yield return new("returned-giver", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Returned, RoseViewer.Giver, null, 1) { Unsent = Short with { People = 1 } });
        yield return new("withdrawn-giver", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Withdrawn, RoseViewer.Giver, null, 1) { Unsent = Long with { People = 1 } });
        yield return new("opened-nasty", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Taker, Nasty, 5, Letter: new(Nasty, Nasty, Nasty, 5)));
        yield return new("waiting", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Offered, RoseViewer.Giver, "小满", 1, Letter: Short with { People = 1 }, Until: Now.AddHours(20)));
        yield return new("claimed-giver", "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", RoseStage.Held, RoseViewer.Giver, "小满", 12, Letter: Short with { People = 12 }, Holder: "王阿姨", Thanks: "收到了，心里暖暖的"));
        foreach (var stage in Enum.GetValues<RoseStage>().Where(s => s != RoseStage.Offered))
        {
            yield return new("elsewhere-" + stage, "/r/01kab", "/Roses/Show.cshtml", new RosePage("01kab", stage, RoseViewer.Other, "小满", 7, Holder: stage == RoseStage.Held ? Nasty : null));
        }

        foreach (var (people, me) in new (int, int?)[] { (1, null), (3, 2), (300, 140), (10_000, 5_321) })
        {
            var first = Math.Max(1, (me ?? 1) - 3);
            var items = Enumerable.Range(first, Math.Min(20, people - first + 1)).Select(i => new ChainPerson(i, i % 3 == 0 ? null : i % 4 == 0 ? Nasty : "骑手小马", i % 2 == 0 ? "蓬江区" : null,
                Now.AddHours(i), Me: i == me, Departed: i % 7 == 0, Seed: i == 1)).ToList();
            yield return new("chain-" + people, "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", people, people + 2, 1 + (people / 60), me, items, people > 20 ? "22" : null));
        }

        yield return new("chain-0", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 1, 0, 1, null, []));
        yield return new("chain-old-link", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 1, 0, 1, null, []) { OldLink = true });
        yield return new("chain-later", "/r/01kab/chain", "/Roses/Chain.cshtml", new ChainPage("01kab", 100, 100, 4, null, [new(100, "何姐", null, Now)], First: false));
    }

    private static IEnumerable<Scene> Shelves()
    {
        foreach (var box in Enum.GetValues<MineBox>())
        {
            yield return new("mine-0-" + box, "/mine", "/Mine/Index.cshtml", new MinePage(box, 0, 0, 0, []));
        }

        yield return new("mine-1", "/mine", "/Mine/Index.cshtml", new MinePage(MineBox.Held, 1, 0, 1, [new("01kab", "小满", false, Short.Text, 12, MineStage.Held, Now, Now.AddDays(3))])
        {
            Waiting = [new("01kac", Nasty, false, null, 3, MineStage.Waiting, Now, Now.AddHours(8))], AllWaiting = 7,
        });
        var stages = Enum.GetValues<MineStage>();
        var rows = Enumerable.Range(0, 30).Select(i => new MineRow("01ka" + i, i % 5 == 4 ? null : i % 5 == 3 ? Nasty : "王阿姨", i % 2 == 0, i % 3 == 0 ? null : i % 2 == 0 ? Short.Text : Sixty, i + 1, stages[i % stages.Length], Now.AddHours(-i), Now.AddHours(i))).ToList();
        yield return new("mine-2000", "/mine", "/Mine/Index.cshtml", new MinePage(MineBox.Sent, 2, 2000, 318, rows, "c=1&d"));
    }

    private static IEnumerable<Scene> Boards()
    {
        Choice[] boards = [new("companies", "骑手公司"), new("organisations", "单位社团"), new("districts", "各区"), new("communities", "社区")];
        string[] names = ["向阳社区志愿队", "骑手一队", "实验小学", "公交 12 路", "北新菜市场", "蓬江区人民医院门诊", "新会陈皮村", Nasty, "江海街道", "鹤山读书会"];
        var rows = names.Select((name, i) => new BoardRow(i == 4 ? 4 : i + 1, name, i % 2 == 0 ? "蓬江区" : null, (128 - (i * 11)) * 10, i == 5)).ToList();
        yield return new("boards", "/boards/organisations", "/Boards/Index.cshtml", new BoardsPage("organisations", boards, BoardPeriod.Week, rows, [], new(6, names[5], null, 730, true), 10, Now));
        yield return new("boards-0", "/boards/companies", "/Boards/Index.cshtml", new BoardsPage("companies", boards, BoardPeriod.Day, [], [], null, 0, Now));
        yield return new("boards-1", "/boards/companies", "/Boards/Index.cshtml", new BoardsPage("companies", boards, BoardPeriod.Day, [rows[0] with { Value = 1 }], [], null, 1, Now, BoardInvite.Person));
        yield return new("boards-chain", "/boards/chain", "/Boards/Index.cshtml", new BoardsPage("chain", boards, BoardPeriod.All, [.. rows.Select(row => row with { Href = "/r/01kab/chain", Name = "走过 16 个人的玫瑰" })], [], null, 10, Now, BoardInvite.Place));
        yield return new("boards-many", "/boards/persons", "/Boards/Index.cshtml", new BoardsPage("companies", boards, BoardPeriod.All, rows, [new(55, "山茶花 27", null, 12), new(56, "小满", null, 12, true), new(57, "何姐", "新会区", 11)], new(56, "小满", null, 12, true), 1_204_331, Now));
    }

    private static IEnumerable<Scene> Bouquets()
    {
        PresetGroup[] presets = [new("洁净楼道", [new("stairs-1", Short.Text), new("stairs-2", Sixty)]), new(Nasty, [new("n", Nasty)])];
        yield return new("bouquet-new", "/bouquets/new", "/Bouquets/New.cshtml", new BouquetWritePage(new(), 5, 380, presets, 500, 24));
        yield return new("bouquet-new-left", "/bouquets/new", "/Bouquets/New.cshtml", new BouquetWritePage(new(30, 10, true, "stairs-2"), 0, 0, presets, 500, 24, Outcome.AllowanceUsed));
        yield return new("bouquet-new-fault", "/bouquets/new", "/Bouquets/New.cshtml", new BouquetWritePage(new(3, 10), 5, 0, presets, 500, 24, Outcome.Invalid, "shares"));
        var tally = new BouquetTally(30, 10, 3, true, Now.AddDays(1), false, [new("王阿姨", 5, true), new(null, 2, false, true), new(Nasty, 5, true)], "9f2c…a1");
        yield return new("bouquet-sealed", "/b/01kb/sealed", "/Bouquets/Sealed.cshtml", new BouquetSealedPage("01kb", "https://roses.example/b/01kb?k=abcdefghijklmnopqrstuv", Short.Text, tally));
        yield return new("bouquet-sealed-over", "/b/01kb/sealed", "/Bouquets/Sealed.cshtml", new BouquetSealedPage("01kb", "https://roses.example/b/01kb", Sixty, tally with { Closed = true, Seed = "5eed", Taken = 300 }));
        foreach (var stage in Enum.GetValues<BouquetStage>())
        {
            yield return new("bouquet-" + stage, "/b/01kb", "/Bouquets/Show.cshtml", new BouquetPage("01kb", stage, stage == BouquetStage.Over ? Nasty : "骑手一队", Short.Text, tally with { Seed = "5eed" }, "s", null, 3));
        }

        yield return new("bouquet-guest", "/b/01kb", "/Bouquets/Show.cshtml", new BouquetPage("01kb", BouquetStage.Open, null, Short.Text, tally with { Takers = [] }, "s", "/signin?returnUrl=%2Fb"));
    }

    private static IEnumerable<Scene> Settings()
    {
        yield return new("settings", "/settings", "/Settings/Index.cshtml", new SettingsPage("abcdefghijklmnopqrstuv", "小满", false, "蓬江区 北街社区", ["骑手一队", "鹤山读书会"], Reach.Everyone, false, 2, Operator: true));
        yield return new("settings-mini-program", "/settings", "/Settings/Index.cshtml", new SettingsPage("abcdefghijklmnopqrstuv", "小满", false, null, [], Reach.Everyone, false, 0, CanJoin: true));
        yield return new("union-joined", "/settings/mini-program", "/Settings/Union.cshtml", new UnionPage(true, null));
        yield return new("union", "/settings/mini-program", "/Settings/Union.cshtml", new UnionPage(false, null));
        foreach (var end in Enum.GetValues<UnionEnd>().Where(end => end != UnionEnd.Joined))
        {
            yield return new("union-" + end, "/settings/mini-program", "/Settings/Union.cshtml", new UnionPage(false, end));
        }

        yield return new("settings-new", "/settings", "/Settings/Index.cshtml", new SettingsPage("abcdefghijklmnopqrstuv", null, true, null, [], Reach.PeopleIKnow, null, 0));
        yield return new("settings-guest", "/settings", "/Settings/Index.cshtml", null);
        yield return new("name", "/settings/name", "/Settings/Name.cshtml", new NamePage(Nasty, ["山茶花", "小满", "早班骑手", "三楼邻居", "爱笑的人", "木棉"], "/roses/new", Outcome.TextRefused));
        yield return new("name-many", "/settings/name", "/Settings/Name.cshtml", new NamePage(null, [.. Enumerable.Range(1, 62).Select(i => "花名" + i)]));
        yield return new("name-held", "/settings/name", "/Settings/Name.cshtml", new NamePage("三楼小满", ["山茶花"], Held: true));
        yield return new("place", "/settings/place", "/Settings/Place.cshtml", new PlacePage([new(new("pj", "蓬江区"), [new("pj/bj", "北街社区"), new("pj/ct", "仓后社区")]), new(new("xh", "新会区"), [])], "pj/bj"));
        yield return new("unit", "/settings/unit", "/Settings/Unit.cshtml", new UnitPage([new("organisation", "骑手一队")], Nasty));
        yield return new("privacy", "/settings/privacy", "/Settings/Privacy.cshtml", new PrivacyPage(Reach.PeopleIKnow, false, true));
        var choice = new NoticeChoice(false, NoticeTopics.Thanks, "zh-Hans");
        yield return new("notice-choice", "/settings/notices", "/Settings/Notices.cshtml", new NoticeChoicePage(choice, true, new(22, 0), new(8, 0)));
        yield return new("notice-choice-off", "/settings/notices", "/Settings/Notices.cshtml", new NoticeChoicePage(new(true, NoticeTopics.All, "en"), false, new(22, 0), new(8, 0)));
        yield return new("notices", "/notices", "/Notices/Index.cshtml", new NoticesPage([.. Enum.GetValues<NoticeKind>().Select((kind, i) =>
            new NoticeRow(kind, i % 3 == 0 ? null : i % 3 == 1 ? Nasty : "骑手小马", 12, Now.AddHours(-i), "/r/01kab", i < 4))], 4, 1, 30));
        yield return new("notices-0", "/notices", "/Notices/Index.cshtml", new NoticesPage([], 0, 0, 30));
        yield return new("blocks", "/settings/blocks", "/Settings/Blocks.cshtml", new BlocksPage([new("1", Nasty), new("2", null)]));
        yield return new("blocks-0", "/settings/blocks", "/Settings/Blocks.cshtml", new BlocksPage([]));
        yield return new("delete", "/settings/delete", "/Settings/Delete.cshtml", new DeletePage(2, 1));
        yield return new("delete-unsure", "/settings/delete", "/Settings/Delete.cshtml", new DeletePage(0, 0, Unsure: true));
    }

    private static IEnumerable<Scene> States() => Enum.GetValues<StateKind>().Select(kind => new Scene("state-" + kind, "/r/01kab", "/Shared/State.cshtml", kind switch
    {
        StateKind.AlreadyClaimed => new StatePage(kind, Nasty, Rose: "01kab"),
        StateKind.Busy or StateKind.StoreDown => new StatePage(kind, RetrySeconds: 3),
        StateKind.OutcomeUnknown => new StatePage(kind, Again: new("/r/01kab/claim", CommandKey.New(), new Dictionary<string, string> { ["secret"] = Nasty })),
        _ => new StatePage(kind),
    }));

    private static IEnumerable<Scene> Console()
    {
        yield return new("console-letters", "/console/letters", "/Console/Letters.cshtml", new LettersPage([new("1:1", Nasty, "洁净楼道", Now)], [new("2", "天下第一", null, Now)],
            [new("3", Sixty, 2, ["rude", "other: " + Nasty, "from a program"], Now)], 41, More: true));
        yield return new("console-letters-0", "/console/letters", "/Console/Letters.cshtml", new LettersPage([], [], [], 0));
        yield return new("console-budgets", "/console/budgets", "/Console/Budgets.cshtml", new BudgetsPage([new("骑手一队", 500, 380, "重阳节", Nasty, Now)], new()));
        yield return new("console-budgets-0", "/console/budgets", "/Console/Budgets.cshtml", new BudgetsPage([], new(Nasty, 0, Nasty), "owner"));
        yield return new("console-nothing", "/console", "/Console/Nothing.cshtml", null);
        yield return new("console-control", "/console/control", "/Console/Control.cshtml", new ControlPage(new Dictionary<ControlField, string>(), 5, 5, true, []));
        ControlChange change = new(7, ControlField.Sending, "", ControlRules.Off, default, 0, Nasty, 3), line = new(8, ControlField.Notice, Nasty, "", default, 0, Sixty);
        yield return new("console-control-off", "/console/control", "/Console/Control.cshtml", new ControlPage(
            new Dictionary<ControlField, string> { [ControlField.Sending] = "off", [ControlField.Campaign] = "closed", [ControlField.Notice] = Nasty, [ControlField.Allowance] = "8" },
            5, 8, false, [new(line, Nasty, Now, true, Nasty, Nasty, Sixty), new(change, "王站长", Now, false, "送玫瑰", "开着", "关着")])
            {
                Fault = Nasty, Form = new("Notice", Nasty, Nasty), Frozen = [new("company:sf", Nasty)], Units = [new("organisation:x", Nasty)],
            });
        yield return new("console-preview", "/console/control/preview", "/Console/Preview.cshtml", new PreviewPage(Nasty, "确认后马上生效",
            [new(Nasty, Nasty, Sixty)], [new("中文", Nasty, "strip"), new("英文", Sixty, "letter", "en")], new Dictionary<string, string?> { ["reason"] = Nasty, ["value"] = Nasty }, "/console/control", true));
        Phrase preset = new() { Id = "give-way-waited", Zh = Nasty, En = Nasty };
        yield return new("console-texts", "/console/texts", "/Console/Texts.cshtml", new TextsPage([new(Nasty, [new("give-way-waited", Nasty, Sixty, true), new("b", Sixty, Nasty, false)])]));
        yield return new("console-texts-0", "/console/texts", "/Console/Texts.cshtml", new TextsPage([]));
        yield return new("console-text", "/console/texts/give-way-waited", "/Console/Text.cshtml", new TextPage(preset, preset with { Id = "give-way-waited.2" },
            [new("give-way-waited.2", "give-way-waited", new(Nasty, Sixty), 0)], "zh", new(Nasty, Nasty, Nasty)));
        yield return new("console-roles", "/console/roles", "/Console/Roles.cshtml", new RolesPage([], [], [], [], new()));
        yield return new("console-roles-many", "/console/roles", "/Console/Roles.cshtml", new RolesPage(
            [new("1", Nasty, [new(Role.Operator, "", null), new(Role.CompanySteward, "sf", Nasty), new(Role.Reviewer, "", null)], false, new(true, default, 0, Nasty), Nasty, true),
                new("2", "二号", [], true, new(false, default, 0, "离开了"), "一号", false)],
            [new("sf", Nasty)], [new("qilou", Nasty)], [new("pj", "蓬江区")], new(Nasty, "Reviewer", Nasty, Nasty), "second", Waits: true));
        yield return new("console-audit", "/console/audit", "/Console/Audit.cshtml", new AuditPage(
            [new(Now, "role.give", "abc:Operator:", Nasty, Nasty), new(Now, "media.check", "x", "", "")], ["media.check", "role.give"], null, 1234, 50));
        yield return new("console-audit-0", "/console/audit", "/Console/Audit.cshtml", new AuditPage([], [], "role.take", 0, null));
        yield return new("door", "/console/signin", "/Console/Door.cshtml", new DoorPage("https://roses.example/console/scan/AAAAAAAAAAAAAAAAAAAAAA", 42, DoorState.Waiting, "/console/signin"));
        yield return new("door-refused", "/console/signin", "/Console/Door.cshtml", new DoorPage(null, 42, DoorState.Refused, "/console/signin?returnUrl=%2Fconsole"));
        yield return new("door-over", "/console/signin", "/Console/Door.cshtml", new DoorPage(null, 42, DoorState.Over, "/console/signin?returnUrl=%2Fconsole"));
        yield return new("scan-computer", "/console/scan/1", "/Console/LetIn.cshtml", new LetInPage("1", [10, 42, 99], Nasty));
        yield return new("scan-unknown", "/console/scan/1", "/Console/LetIn.cshtml", new LetInPage("1", [10, 42, 99], ""));
        yield return new("scanned", "/console/scan/1", "/Console/LetInDone.cshtml", true);
        yield return new("scanned-not", "/console/scan/1", "/Console/LetInDone.cshtml", false);
    }
}
