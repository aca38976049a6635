using System.Net;
using System.Text.RegularExpressions;
using Engagement.Local;
using Engagement.Tests.Site;
using Engagement.Web.Console;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.SignIns;

/// <summary>A computer gets into the console by a code that a phone scans.</summary>
[Collection(SiteTests.Name)]
public sealed class DoorTests(SiteUnderTest site)
{
    [Fact]
    public async Task Computer_ThatAPhoneLetIn_IsSignedInOnceAndForAShortTime()
    {
        using var phone = site.Browser((await site.PersonAsync(City.Operator)).Id);
        using var desk = site.Browser(null);
        Assert.Equal("/console/signin?returnUrl=%2Fconsole%2Fletters", await Location(desk, "/console/letters"));
        var (way, number, token) = await Open(desk, "/console/signin?returnUrl=%2Fconsole%2Fletters");
        Assert.Equal("/console/signin?still=1", (await Post(desk, "/console/signin", token)).Location);

        var question = await phone.GetStringAsync(way);
        Assert.Contains($"value=\"{number}\"", question, StringComparison.Ordinal);
        var yes = await Post(phone, way, Token(question), ("number", number));
        Assert.Contains("电脑已经登录", yes.Html, StringComparison.Ordinal);

        var entered = await Post(desk, "/console/signin", token);
        Assert.Equal((HttpStatusCode.SeeOther, "/console/letters"), (entered.Status, entered.Location));
        var session = entered.Cookies.Single(cookie => cookie.StartsWith("engagement=", StringComparison.Ordinal));
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase); // gone with the browser
        var ticket = Format.Unprotect(Uri.UnescapeDataString(session.Split(';')[0]["engagement=".Length..]))!.Properties;
        Assert.Equal(DoorController.Idle, ticket.ExpiresUtc - ticket.IssuedUtc); // and after half an hour unused
        var console = await desk.GetStringAsync("/console/letters");
        Assert.Contains("/console/audit", console, StringComparison.Ordinal);
        Assert.Contains("console.scan", await desk.GetStringAsync("/console/audit"), StringComparison.Ordinal);

        // The same ticket again, in the same browser and in another one.
        using var second = site.Browser(null);
        Assert.Equal(HttpStatusCode.Conflict, await Status(phone, way));
        Assert.NotEqual("/console/letters", (await Post(second, "/console/signin", (await Open(second, "/console/signin")).Token)).Location);

        Assert.Equal("/console/signin", (await Post(desk, "/console/signout", Token(console))).Location);
        Assert.StartsWith("/console/signin", await Location(desk, "/console/letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_ThatAsks_IsToldWhereToGo()
    {
        using var phone = site.Browser((await site.PersonAsync(City.Reviewer)).Id);
        using var desk = site.Browser(null);
        var (way, number, token) = await Open(desk, "/console/signin?returnUrl=%2Fconsole");
        desk.DefaultRequestHeaders.Add("HX-Request", "true");
        Assert.Equal(HttpStatusCode.NoContent, (await Post(desk, "/console/signin", token)).Status);
        await Post(phone, way, Token(await phone.GetStringAsync(way)), ("number", number));
        Assert.Equal("/console", (await Post(desk, "/console/signin", token)).Redirect);
    }

    [Fact]
    public async Task Ticket_WithoutTheBrowsersCookie_LetsNobodyIn()
    {
        using var phone = site.Browser((await site.PersonAsync(City.Operator)).Id);
        using var desk = site.Browser(null);
        using var thief = site.Browser(null);
        var (way, number, token) = await Open(desk, "/console/signin");
        await Post(phone, way, Token(await phone.GetStringAsync(way)), ("number", number));
        var stolen = await Post(thief, "/console/signin", Token(await thief.GetStringAsync("/rules")));
        Assert.Equal(HttpStatusCode.OK, stolen.Status);
        Assert.Contains("这个码用过了", stolen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(stolen.Cookies, cookie => cookie.StartsWith("engagement=", StringComparison.Ordinal));
        Assert.Equal("/console", (await Post(desk, "/console/signin", token)).Location); // and it cost the right one nothing
    }

    [Theory, InlineData("0"), InlineData("wrong")]
    public async Task Phone_ThatSaysNoOrAWrongNumber_KeepsTheComputerOut(string answer)
    {
        using var phone = site.Browser((await site.PersonAsync(City.Operator)).Id);
        using var desk = site.Browser(null);
        var (way, number, token) = await Open(desk, "/console/signin");
        var said = await Post(phone, way, Token(await phone.GetStringAsync(way)), ("number", answer == "wrong" ? (int.Parse(number) % 90 + 10).ToString() : answer));
        Assert.Contains("没有让电脑登录", said.Html, StringComparison.Ordinal);
        Assert.Contains("手机上没有同意", (await Post(desk, "/console/signin", token)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_OfSomebodyWithoutARole_IsRefusedAndNothingIsAsked()
    {
        using var phone = site.Browser((await site.PersonAsync("门外市民")).Id);
        using var desk = site.Browser(null);
        var (way, number, token) = await Open(desk, "/console/signin");
        Assert.Equal(HttpStatusCode.Forbidden, await Status(phone, way));
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(phone, way, Token(await phone.GetStringAsync("/rules")), ("number", number))).Status);
        Assert.Equal("/console/signin?still=1", (await Post(desk, "/console/signin", token)).Location);
    }

    [Fact]
    public async Task Phone_WithATicketThatIsNone_IsToldItIsOver()
    {
        using var phone = site.Browser((await site.PersonAsync(City.Operator)).Id);
        foreach (var ticket in new[] { "BAAAAAAAAAAAAAAAAAAAAA", "xyz", "a.b" })
        {
            Assert.Equal(HttpStatusCode.Conflict, await Status(phone, "/console/scan/" + ticket));
        }
    }

    [Fact]
    public async Task Guest_InWeChat_GoesTheUsualWay()
    {
        using var phone = site.Browser(null);
        phone.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 MicroMessenger/8.0.60");
        Assert.StartsWith("/signin?", await Location(phone, "/console/letters"), StringComparison.Ordinal);
        Assert.StartsWith("/signin?", await Location(phone, "/console/signin"), StringComparison.Ordinal);
    }

    private ISecureDataFormat<AuthenticationTicket> Format => site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
        .Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;

    private async Task<(string Way, string Number, string Token)> Open(HttpClient desk, string path)
    {
        using var answer = await desk.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var number = Regex.Match(html, "class=\"number\">(\\d\\d)<").Groups[1].Value;
        var way = Regex.Match(html, "<code>" + Regex.Escape(site.Address) + "(/console/scan/[A-Za-z0-9_-]{22})</code>").Groups[1].Value;
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("console-door=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(way[^22..], cookie, StringComparison.Ordinal);
        return (way, number, Token(html));
    }

    private static string Token(string html) => WebUtility.HtmlDecode(Regex.Match(html, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);

    private static async Task<string> Location(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<Answered> Post(HttpClient http, string path, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("__token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await http.PostAsync(path, form);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(),
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
            answer.Headers.TryGetValues("HX-Redirect", out var redirect) ? redirect.Single() : null);
    }

    private sealed record Answered(HttpStatusCode Status, string? Location, string Html, string[] Cookies, string? Redirect);
}
