using Engagement.Web;
using Engagement.Web.WeChat.Account;
using Engagement.Web.WeChat.Commands;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>Faults of an account's file name their field; a menu differs line by line.</summary>
public sealed class AccountRulesTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "reference", "jiangmen", "wechat.json");
    private static readonly AccountFile Good = AccountBook.Load(null, Shipped);

    [Fact]
    public void Load_ShippedFile_HasNoFaultAndAnswersItsWords()
    {
        var book = new AccountBook(Good);
        Assert.Equal("mine", book.Topic(" 我的玫瑰！"));
        Assert.Equal("boards", book.Topic("排行"));
        Assert.Equal("help", book.Topic("HELP"));
        Assert.Null(book.Topic("天气"));
        Assert.Null(book.Topic("！？"));
        Assert.Equal("help", book.Button("of yesterday's menu"));
        Assert.Equal("/roses/new", book.PageOf("poster-write"));
    }

    public static TheoryData<AccountFile, string> Wrong => new()
    {
        { With(new("一"), new("二"), new("三"), new("四")), "menu has 4 buttons" },
        { With(new AccountButton("我的全部玫瑰", Path: "/mine")), "menu[0].name has 18 bytes" },
        { With(new AccountButton("我的玫瑰花", Path: "/mine")), "menu[0].name is longer than 4 Chinese characters" },
        { With(new AccountButton(" ", Path: "/mine")), "menu[0].name is empty" },
        { With(new AccountButton("玫瑰")), "menu[0] must have one of path, answer and buttons" },
        { With(new AccountButton("玫瑰", Path: "/mine", Answer: "mine")), "menu[0] must have one of" },
        { With(new AccountButton("玫瑰", Path: "https://elsewhere.example/")), "menu[0].path must be a path of this site" },
        { With(new AccountButton("玫瑰", Path: "//elsewhere.example/")), "menu[0].path must be a path of this site" },
        { With(new AccountButton("玫瑰", Answer: "money")), "menu[0].answer must be one of" },
        { With(new AccountButton("玫瑰", PagePath: "pages/index")), "menu[0].path is missing" },
        { With(new AccountButton("玫瑰", Buttons: [])), "menu[0].buttons has 0" },
        { With(new AccountButton("玫瑰", Buttons: [.. Enumerable.Range(0, 6).Select(i => new AccountButton("第" + i, Answer: "mine"))])), "menu[0].buttons has 6" },
        { With(new AccountButton("玫瑰", Buttons: [new("这个名字有九个字了", Answer: "mine")])), "menu[0].buttons[0].name is longer than 8" },
        { With(new AccountButton("玫瑰", Buttons: [new("里", Buttons: [new("更里", Answer: "mine")])])), "menu[0].buttons[0].buttons: a menu has two levels" },
        { Good with { Keywords = [new([], "mine")] }, "keywords[0].words is empty" },
        { Good with { Keywords = [new(["玫瑰"], "mine"), new(["玫 瑰！"], "help")] }, "keywords[1].words: \"玫 瑰！\" is answered elsewhere" },
        { Good with { Keywords = [new(["玫瑰"])] }, "keywords[0] must have either answer or text" },
        { Good with { Keywords = [new(["玫瑰"], Text: new string('花', 601))] }, "keywords[0].text must have 1 to 600" },
        { Good with { Codes = [new("a scene", "x", "/")] }, "codes[0].scene must be" },
        { Good with { Codes = [new("a", "x", "/"), new("a", "y", "/")] }, "codes[1].scene: \"a\" is there already" },
        { Good with { Codes = [new("a", "x", "mine")] }, "codes[0].path must be a path" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Faults_WrongFile_NamesTheField(AccountFile file, string fault) => Assert.Contains(fault, string.Join('\n', AccountRules.Faults(file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "")]
    [InlineData("not json", "$")]
    [InlineData("{\"menu\":[],\"keywords\":[],\"codes\":[],\"colour\":\"red\"}", "colour")]
    [InlineData("null", "null")]
    public void Load_MalformedFile_NamesIt(string text, string what)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var fault = Assert.Throws<ConfigurationException>(() => AccountBook.Load(path, Shipped));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Load_MissingFile_NamesItUnlessNoneIsConfigured()
    {
        Assert.Contains("/no/such.json", Assert.Throws<ConfigurationException>(() => AccountBook.Load("/no/such.json", Shipped)).Message, StringComparison.Ordinal);
        Assert.Equal(3, AccountBook.Load(null, "/no/such.json").Keywords.Count);
    }

    [Theory]
    [InlineData("http://roses.example.cn")]
    [InlineData("https://roses.example.cn/path")]
    [InlineData("roses.example.cn")]
    [InlineData("")]
    public void Of_AddressThatPhonesCanNotTrust_IsRefused(string address) =>
        Assert.Contains("Site:Address", Assert.Throws<ConfigurationException>(() => MenuPlan.Of(Good, address, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_ShippedFile_IsWhatWeChatTakes()
    {
        var menu = MenuPlan.Of(Good, "https://roses.example.cn/", null);
        Assert.Equal(new("写玫瑰", "view", Url: "https://roses.example.cn/roses/new"), menu[0]);
        Assert.Equal(new("我的玫瑰", "click", Key: "mine"), menu[1].Buttons![0]);
        Assert.Contains("WeChat:MiniProgramAppId", Assert.Throws<ConfigurationException>(
            () => MenuPlan.Of(With(new AccountButton("玫瑰", Path: "/", PagePath: "pages/index")), "https://roses.example.cn", null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_OneButtonRenamed_ShowsBothAndKeepsTheRest()
    {
        IReadOnlyList<MenuButton> before = [new("旧", "click", Key: "mine"), new("同", Buttons: [new("里", "click", Key: "help")])];
        IReadOnlyList<MenuButton> after = [new("新", "click", Key: "mine"), before[1]];
        Assert.Equal(["- 旧 click mine", "+ 新 click mine", "  同", "    里 click help"], MenuPlan.Difference(before, after));
        Assert.Empty(MenuPlan.Difference(before, before));
        Assert.Equal(3, MenuPlan.Difference([], after).Count(line => line[0] == '+'));
    }

    private static AccountFile With(params AccountButton[] menu) => Good with { Menu = menu };
}
