using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>Writing: what waits for review, what came back, and what an old link says.</summary>
[Collection(PageTestCollection.Name)]
public sealed class LetterTests(PagesHost host)
{
    // The word list holds it: a person has to read it.
    private const string Doubtful = "谢谢你劝我别去赌博，一直记着。";

    [RedisFact]
    public async Task HeldWords_NoReasonChosen_ShowTheNeutralSentence()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var neutral = host.Reference.Neutral!;
        var page = await an.Get("/roses/new");
        Assert.Matches($"<select id=\"reason\"[^>]*>\\s*<option value=\"{neutral.Id}\"", page.Html);
        var sealedPage = await an.Send("/roses/new", "/roses", [("to", ""), ("text", Doubtful), ("reason", "")]);
        Assert.Equal(HttpStatusCode.SeeOther, sealedPage.Status);
        var taken = await bai.Get(await Take(bai, await Link(an, sealedPage.Location!)));
        Assert.Contains(neutral.Presets[0].Zh, taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Doubtful, taken.Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task HeldWords_OfAnotherReason_DoNotPutItsSentenceIntoTheWritersMouth()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives(Doubtful)); // of the first reason
        var seen = (await bai.Get("/r/" + rose)).Text;
        Assert.All(host.Reference.Reasons[0].Presets, preset => Assert.DoesNotContain(preset.Zh, seen, StringComparison.Ordinal));
        Assert.Contains(host.Reference.Neutral!.Presets[0].Zh, seen, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task HeldName_SignsThePreviewAsTheReaderWouldSeeIt()
    {
        using var an = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(an.Id, me => me.Choose(host.Command(), new(Name: "闭嘴")))).Outcome);
        var page = await an.Get("/roses/new");
        Assert.DoesNotContain("闭嘴敬上", page.Html, StringComparison.Ordinal);
        Assert.Matches("data-show=\"by\">一位市民<", page.Html);
        Assert.Contains("名字还在审读", page.Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Withdrawn_ShowsItsWriterTheWordsAndWritesThemAgain()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var sent = await an.Gives("收回的话，写的人还看得到。");
        var back = await an.Send($"/r/{sent.Rose}/sealed", $"/r/{sent.Rose}/withdraw", []);
        var page = await an.Get(back.Location!);
        Assert.Contains("收回的话，写的人还看得到。", page.Text, StringComparison.Ordinal);
        Assert.Contains("收回的话", (await an.Get("/mine?box=sent")).Text, StringComparison.Ordinal);
        var again = Regex.Match(page.Html, "href=\"(/roses/new\\?again=[^\"]+)\"").Groups[1].Value;
        Assert.Matches("<textarea[^>]*>收回的话，写的人还看得到。</textarea>", (await an.Get(again)).Html);
        Assert.Contains("收回的话", (await an.Get("/settings/export")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("收回的话", (await bai.Get(again)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("收回的话", (await bai.Get($"/r/{sent.Rose}?k={sent.Secret}")).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Returned_HeldWordsToo_AreShownToTheirWriter()
    {
        using var an = await host.Person();
        var sent = await an.Gives(Doubtful);
        host.Clock.Ahead += TimeSpan.FromHours(25);
        try
        {
            Assert.Contains(Doubtful, (await an.Get($"/r/{sent.Rose}")).Text, StringComparison.Ordinal);
            Assert.Matches($"<textarea[^>]*>{Doubtful}</textarea>", (await an.Get($"/roses/new?again={sent.Rose}")).Html);
        }
        finally
        {
            host.Clock.Ahead -= TimeSpan.FromHours(25);
        }
    }

    [RedisFact]
    public async Task PassedOnAndTakenBack_HolderWritesTheSameAgain()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives());
        await bai.Passes(rose, "传下去的话，没人来得及拆。");
        Assert.Equal(HttpStatusCode.SeeOther, (await bai.Send($"/r/{rose}", $"/r/{rose}/withdraw", [])).Status);
        var page = await bai.Get($"/r/{rose}");
        Assert.Contains("传下去的话，没人来得及拆。", page.Text, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]*>传下去的话，没人来得及拆。</textarea>", (await bai.Get($"/r/{rose}/pass?again=true")).Html);
        await bai.Passes(rose);
        Assert.DoesNotContain("传下去的话", (await bai.Get($"/r/{rose}")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task OldLink_TakenBackReplacedOrCutOff_EachSaysWhy()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var cai = await host.Person();
        using var guest = host.Guest();
        var first = await an.Gives();
        var rose = await bai.Takes(first);
        var old = await bai.Passes(rose);
        var link = $"/r/{rose}?k={old.Secret}";
        Assert.Contains("name=\"secret\"", (await cai.Get(link)).Html, StringComparison.Ordinal);
        await bai.Send($"/r/{rose}", $"/r/{rose}/withdraw", []);
        Assert.Contains("这封信没等到人拆", (await cai.Get(link)).Text, StringComparison.Ordinal);
        await bai.Passes(rose);
        Assert.Contains("这个链接换过了", (await guest.Get(link)).Text, StringComparison.Ordinal);
        Assert.Contains("已经有人收下了", (await cai.Get($"/r/{rose}?k={first.Secret}")).Text, StringComparison.Ordinal);
        var cut = await cai.Get(link[..^4]);
        Assert.Contains("你的链接打不开这封信", (await cai.Get(cut.Location!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("你的链接打不开", (await cai.Get($"/r/{rose}/chain")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Chain_OfOneDay_CountsNoDays()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives());
        Assert.Matches("走过\\s+2\\s+个人，传了\\s+1\\s+次\\s+从", (await an.Get($"/r/{rose}/chain")).Text);
        host.Clock.Ahead += TimeSpan.FromHours(24);
        try
        {
            using var cai = await host.Person();
            await cai.Takes(await bai.Passes(rose));
            Assert.Matches("传了\\s+2\\s+次，\\s*2\\s+天", (await an.Get($"/r/{rose}/chain")).Text);
        }
        finally
        {
            host.Clock.Ahead -= TimeSpan.FromHours(24);
        }
    }

    [RedisFact]
    public async Task OwnWords_InEnglish_HaveTheSameSixtyCharacters()
    {
        using var me = await host.Person();
        await me.Send("/settings", "/settings/language", [("language", "en")]);
        Assert.Matches("<textarea id=\"text\"[^>]*maxlength=\"60\"", (await me.Get("/roses/new")).Html);
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Send("/roses/new", "/roses", [("text", new string('a', 61)), ("to", "")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send("/roses/new", "/roses", [("text", "Thank you. " + new string('a', 49)), ("to", "")])).Status);
    }

    private static async Task<string> Link(Visitor giver, string sealedAt)
    {
        var page = await giver.Get(sealedAt);
        return new Uri(WebUtility.HtmlDecode(Regex.Match(page.Html, "<code>(http[^<]+)</code>").Groups[1].Value)).PathAndQuery;
    }

    private static async Task<string> Take(Visitor taker, string link) =>
        (await taker.Send(link, link.Split('?')[0] + "/claim", [])).Location!;
}
