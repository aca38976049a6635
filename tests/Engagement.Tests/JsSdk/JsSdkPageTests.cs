using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;
using Engagement.Web;
using Engagement.Web.JsSdk;
using Engagement.WeChat;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Tests.JsSdk;

/// <summary>What WeChat's browser gets of this site: signatures, the policy for its script, verification files, cards and their pictures.</summary>
[Collection(PageTestCollection.Name)]
public sealed class JsSdkPageTests(PagesHost host)
{
    [RedisFact]
    public async Task JsConfig_OwnPage_IsSignedAsItIsWithoutFragmentAndNeverCached()
    {
        using var guest = host.Guest();
        var page = new Uri(guest.Site, "/r/1?k=a&from=singlemessage").AbsoluteUri;
        using var answer = await guest.Answer("/wechat/js-config?url=" + Uri.EscapeDataString(page + "#top"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var signed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var (time, nonce) = (signed.GetProperty("timestamp").GetInt64(), signed.GetProperty("nonceStr").GetString()!);
        Assert.Equal("wx5080000000000001", signed.GetProperty("appId").GetString());
        Assert.Equal(JsSignature.Of("wx5080000000000001", "ticket-1", page, DateTimeOffset.FromUnixTimeSeconds(time), nonce).Signature, signed.GetProperty("signature").GetString());
        Assert.DoesNotContain("ticket-1", signed.GetRawText(), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task JsConfig_ForeignPage_NamesTheField()
    {
        using var guest = host.Guest();
        using var answer = await guest.Answer("/wechat/js-config?url=https%3A%2F%2Fevil.example%2F");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"field\":\"url\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task JsConfig_WeChatAway_Is503AndNothingElseChanges()
    {
        using var guest = host.Guest();
        host.Tokens.Ticket = new(WeChatOutcome.Unavailable);
        try
        {
            using var answer = await guest.Answer("/wechat/js-config?url=" + Uri.EscapeDataString(guest.Site.AbsoluteUri));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Equal(HttpStatusCode.OK, (await guest.InWeChat().Get("/")).Status);
        }
        finally
        {
            host.Tokens.Ticket = new(WeChatOutcome.Ok, "ticket-1");
        }
    }

    [Fact]
    public void JsConfig_IsRateLimitedByAddress() =>
        Assert.Equal(RateLimits.Signatures, ((EnableRateLimitingAttribute)Attribute.GetCustomAttribute(typeof(JsConfigController), typeof(EnableRateLimitingAttribute))!).PolicyName);

    [RedisFact]
    public async Task Policy_OnlyInWeChat_AllowsItsScriptAndNothingMore()
    {
        using var elsewhere = host.Guest();
        using var wecom = host.Guest().InWeChat("Mozilla/5.0 wxwork/4.1 MicroMessenger/7.0.1");
        using var wechat = host.Guest().InWeChat();
        foreach (var guest in new[] { elsewhere, wecom })
        {
            Assert.DoesNotContain("qq.com", await Policy(guest), StringComparison.Ordinal);
            Assert.DoesNotContain("wechat.js", (await guest.Get("/")).Html, StringComparison.Ordinal);
        }

        Assert.Contains("script-src 'self' https://res.wx.qq.com/open/js/jweixin-1.6.0.js;", await Policy(wechat), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", await Policy(wechat), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", await Policy(wechat), StringComparison.Ordinal);
        Assert.Contains("/js/wechat.", (await wechat.Get("/")).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Verification_EachConfiguredFile_IsItsSixteenCharacters()
    {
        using var guest = host.Guest();
        foreach (var code in new[] { "A4ywXSNmSLBdE4b6", "0123456789abcdef" })
        {
            using var answer = await guest.Answer($"/MP_verify_{code}.txt");
            Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal(code, System.Text.Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync()));
            Assert.Equal(HttpStatusCode.OK, (await guest.Head($"/MP_verify_{code}.txt")).Status);
        }
    }

    [RedisTheory]
    [InlineData("/MP_verify_a4ywXSNmSLBdE4b6.txt"), InlineData("/MP_verify_A4ywXSNmSLBdE4b.txt"), InlineData("/MP_verify_A4ywXSNmSLBdE4b6"), InlineData("/MP_verify_.txt")]
    [InlineData("/MP_verify_A4ywXSNmSLBdE4b6.html"), InlineData("/x/MP_verify_A4ywXSNmSLBdE4b6.txt"), InlineData("/MP_verify_ffffffffffffffff.txt")]
    public async Task Verification_AnythingElse_IsNotThere(string path)
    {
        using var guest = host.Guest();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(path)).Status);
    }

    [RedisFact]
    public async Task Picture_EveryRose_IsASmallSquarePng()
    {
        using var guest = host.Guest();
        foreach (var people in new[] { 1, 9, 24 })
        {
            using var answer = await guest.Answer($"/card/{people}.png");
            var png = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(answer.Headers.CacheControl!.Public);
            Assert.InRange(png.Length, 1_000, 30 * 1024);
            Assert.Equal([0, 0, 1, 0x2C, 0, 0, 1, 0x2C], png[16..24]); // 300 by 300
        }

        foreach (var path in new[] { "/card/0.png", "/card/25.png", "/card/x.png" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(path)).Status);
        }
    }

    [RedisFact]
    public async Task Card_SealedRose_SharesItsClaimLinkOnlyWithWhoeverHoldsIt()
    {
        using var an = (await host.Person("小满")).InWeChat();
        using var guest = host.Guest().InWeChat();
        using var bai = (await host.Person()).InWeChat();
        var sent = await an.Gives();
        var claim = $"{guest.Site.GetLeftPart(UriPartial.Authority)}/r/{sent.Rose}?k={sent.Secret}";
        var chain = $"{guest.Site.GetLeftPart(UriPartial.Authority)}/r/{sent.Rose}/chain";

        foreach (var holder in new[] { await Card(guest, claim), await Card(bai, claim + "&from=singlemessage"), await Card(an, $"/r/{sent.Rose}/sealed") })
        {
            Assert.Equal((claim, "小满递给你一枝玫瑰"), (holder["data-link"], holder["content"]));
            Assert.Equal(chain, holder["data-moments-link"]); // not given away to everybody
        }

        Assert.Equal(chain, (await Card(an, "/r/" + sent.Rose))["data-link"]);
        Assert.Equal(chain, (await Card(guest, $"/r/{sent.Rose}/chain?link=old"))["data-link"]);
        await bai.Takes(sent);
        foreach (var (who, path) in new[] { (bai, $"/r/{sent.Rose}?opened=true"), (bai, claim), (an, $"/r/{sent.Rose}"), (guest, claim) })
        {
            var card = await Card(who, path);
            Assert.Equal(chain, card["data-link"]);
            Assert.DoesNotContain(sent.Secret!, string.Concat(card.Values), StringComparison.Ordinal);
        }
    }

    [RedisFact]
    public async Task Card_RoseForAKnownPerson_NeverSharesAClaimLink()
    {
        using var an = (await host.Person()).InWeChat();
        using var bai = (await host.Person()).InWeChat();
        var sent = await an.Gives(to: bai.Id);
        foreach (var card in new[] { await Card(bai, $"/r/{sent.Rose}?k={sent.Secret}"), await Card(an, $"/r/{sent.Rose}/sealed") })
        {
            Assert.EndsWith("/chain", card["data-link"], StringComparison.Ordinal);
        }
    }

    [RedisFact]
    public async Task Card_PagesOfAPerson_ShareTheFirstPage()
    {
        using var me = (await host.Person()).InWeChat();
        foreach (var path in new[] { "/", "/mine?box=sent", "/settings", "/settings/name", "/roses/new", "/rules", "/scan", "/bouquets/new", "/nowhere" })
        {
            Assert.Equal(new Uri(me.Site, "/").AbsoluteUri, (await Card(me, path))["data-link"]);
        }

        Assert.EndsWith("/boards/company", (await Card(me, "/boards/company?period=all"))["data-link"], StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Scan_OwnLink_LeadsThereAndAForeignOneNowhere()
    {
        using var guest = host.Guest();
        var own = new Uri(guest.Site, "/r/abc?k=secret").AbsoluteUri;
        Assert.Equal((HttpStatusCode.SeeOther, "/r/abc?k=secret"), Way(await guest.Get("/scan?code=" + Uri.EscapeDataString(own))));
        Assert.Equal((HttpStatusCode.SeeOther, "/r/abc?k=secret"), Way(await guest.Send("/scan", "/scan", [("code", $" {own} ")])));
        Assert.Equal((HttpStatusCode.SeeOther, "/b/x"), Way(await guest.Get("/scan?code=https%3A%2F%2Froses.example%2Fb%2Fx")));
        foreach (var foreign in new[] { "https://evil.example/r/abc", "http://weixin.qq.com/q/02abc", "javascript:alert(1)", "hello", "//evil.example", own.Replace("/r/", "@evil.example/", StringComparison.Ordinal) })
        {
            var seen = await guest.Get("/scan?code=" + Uri.EscapeDataString(foreign));
            Assert.Equal((HttpStatusCode.BadRequest, null), (seen.Status, seen.Location));
            Assert.Contains("这个码不是这里的", seen.Text, StringComparison.Ordinal);
        }

        // A path that a careless reader would take for another host.
        Assert.Equal("/", (await guest.Get("/scan?code=" + Uri.EscapeDataString(new Uri(guest.Site, "/").AbsoluteUri + "/evil.example"))).Location);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get("/scan")).Status);
    }

    private static (HttpStatusCode, string?) Way(Seen seen) => (seen.Status, seen.Location);

    private static async Task<string> Policy(Visitor visitor)
    {
        using var answer = await visitor.Answer("/");
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    private static async Task<Dictionary<string, string>> Card(Visitor visitor, string path)
    {
        var html = (await visitor.Get(path)).Html;
        var card = Assert.Single(Regex.Matches(html, "<meta name=\"card\"[^>]*>"));
        return Regex.Matches(card.Value, " ([a-z-]+)=\"([^\"]*)\"").ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
    }
}
