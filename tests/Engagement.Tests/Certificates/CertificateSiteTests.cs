using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Activities;
using Engagement.Grains.Certificates;
using Engagement.Grains.Hours;
using Engagement.Grains.Stars;
using Engagement.Grains.Storage;
using Engagement.Tests.Hours;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Tests.Volunteers;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Engagement.Tests.Certificates;

/// <summary>A certificate from the choice of a period to a stranger who checks it, on the real site.</summary>
[Collection(SiteTests.Name)]
public sealed class CertificateSiteTests(SiteUnderTest site)
{
    private const string Unit = "qilou-volunteers";

    private static int _numbers = 500; // those of other tests are lower

    private Calls Calls => site.Services.GetRequiredService<Calls>();

    [Fact]
    public async Task Certificate_ChosenPreviewedIssued_IsCheckedByAStrangerWhoLearnsNoName()
    {
        var (an, browser) = await ServedAsync("证明一", 2);
        var list = await browser.GetStringAsync("/me/certificates");
        Assert.Contains("还没有开过证明", list, StringComparison.Ordinal);
        Assert.Contains("2 小时", list, StringComparison.Ordinal);
        var preview = await browser.GetStringAsync($"/me/certificates/preview?{Choice()}&units={Unit}&shows=Name&shows=VolunteerNumber");
        Assert.Contains("护河", preview, StringComparison.Ordinal);
        Assert.Contains("还没有开过证明", await browser.GetStringAsync("/me/certificates"), StringComparison.Ordinal);
        var way = await IssueAsync(browser, "Name", "VolunteerNumber");
        var page = await browser.GetStringAsync(way);
        Assert.Contains("只出示一部分", page, StringComparison.Ordinal);
        var picture = await browser.GetByteArrayAsync(way + "/certificate.jpg");
        Assert.Equal(picture, await browser.GetByteArrayAsync(way + "/certificate.jpg"));
        using (var drawn = SKBitmap.Decode(picture))
        {
            Assert.Equal(1654, drawn.Width);
        }

        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await browser.GetByteArrayAsync(way + "/certificate.pdf")), StringComparison.Ordinal);

        using var guest = site.Browser(null);
        var link = Way(await Mine(an));
        var seen = await guest.GetStringAsync(link);
        Assert.Contains("证明属实，当前有效", seen, StringComparison.Ordinal);
        Assert.Contains("2 小时", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("林", Body(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("护河", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(an.ToString(), seen, StringComparison.Ordinal);

        // By hand, as from paper.
        var (number, code) = (await Mine(an), Keys.CertificateCode(await Mine(an)));
        using var typed = await Post(guest, "/verify", "/verify", ("number", number.Shown.ToLowerInvariant()), ("code", code.Insert(4, " ")));
        Assert.Equal((HttpStatusCode.SeeOther, link), (typed.StatusCode, typed.Headers.Location!.ToString()));
        await site.IsWhole();
    }

    [Fact]
    public async Task Verify_GuessedMistypedOrForeign_AnswersAsUnknown()
    {
        var (an, _) = await ServedAsync("证明二", 2, issue: true);
        var number = await Mine(an);
        using var guest = site.Browser(null);
        var other = CertificateNumber.Of(new string('7', 12));
        var unknown = Body(await Unknown(guest, $"/verify/{other}?k={Keys.CertificateCode(other)}"));
        Assert.Equal(unknown, Body(await Unknown(guest, $"/verify/{number}?k={Keys.CertificateCode(other)}")));
        Assert.Equal(unknown, Body(await Unknown(guest, $"/verify/{number}")));
        Assert.Contains("打错了一位", await Unknown(guest, $"/verify/{Mistyped(number)}?k={Keys.CertificateCode(number)}"), StringComparison.Ordinal);
        using var forged = await guest.GetAsync($"/api/v1/certificates/{number}?code={Keys.CertificateCode(other)}");
        using var nothing = await guest.GetAsync($"/api/v1/certificates/{other}?code={Keys.CertificateCode(other)}");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Equal((await SiteUnderTest.Json(nothing)).GetProperty("outcome").GetString(), (await SiteUnderTest.Json(forged)).GetProperty("outcome").GetString());
        var good = await SiteUnderTest.Json(await guest.GetAsync($"/api/v1/certificates/{number}?code={Keys.CertificateCode(number)}"));
        Assert.Equal(("Valid", 120), (good.GetProperty("standing").GetString(), good.GetProperty("minutes").GetInt32()));
        Assert.DoesNotContain("林", good.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_EveryRoute_CountsByAddress()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/') is var path && (path.StartsWith("verify", StringComparison.Ordinal) || path.StartsWith("api/v1/certificates", StringComparison.Ordinal))).ToArray();
        Assert.Equal(11, routes.Select(route => (route.RoutePattern.RawText, string.Join(',', route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Order()))).Distinct().Count());
        Assert.All(routes, route => Assert.Equal(Engagement.Web.RateLimits.Certificates, route.Metadata.GetOrderedMetadata<EnableRateLimitingAttribute>()[^1].PolicyName));
    }

    [Fact]
    public async Task Name_IsShownToWhoeverKnowsItOrWasToldTheCode()
    {
        var (an, browser) = await ServedAsync("证明三", 2, issue: true);
        var number = await Mine(an);
        var (way, k) = (Way(number), Keys.CertificateCode(number));
        using var guest = site.Browser(null);
        async Task<(HttpStatusCode, string)> Try(string name)
        {
            using var answer = await Post(guest, way, $"/verify/{number}/name", ("k", k), ("name", name));
            return (answer.StatusCode, Body(await answer.Content.ReadAsStringAsync()));
        }

        var (wrong, refused) = await Try("王小林");
        Assert.Equal(HttpStatusCode.NotFound, wrong);
        Assert.Contains("不相符", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("证明三号林", refused, StringComparison.Ordinal);
        Assert.Contains("证明三号林", (await Try("证明三号林")).Item2, StringComparison.Ordinal);
        var code = Regex.Match(await browser.GetStringAsync($"/me/certificates/{number}/code"), "<b>([A-Z0-9]{4}-[A-Z0-9]{4})</b>").Groups[1].Value;
        Assert.Contains("证明三号林", (await Try(code)).Item2, StringComparison.Ordinal);
        using var withoutCode = await Post(guest, way, $"/verify/{number}/name", ("k", ""), ("name", "证明三号林"));
        Assert.DoesNotContain("证明三号林", await withoutCode.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_OnlyTheTotal_ShowsItSigned_AndEndsWhenItsHolderSays()
    {
        var (an, browser) = await ServedAsync("证明四", 2, issue: true);
        var number = await Mine(an);
        var way = $"/me/certificates/{number}";
        using (var made = await Post(browser, way, way + "/shares", ("part", "total"), ("days", "30")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        }

        using (var bad = await Post(browser, way, way + "/shares", ("part", "unit:elsewhere"), ("days", "30")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        }

        var link = new Uri(WebUtility.HtmlDecode(Regex.Match(await browser.GetStringAsync(way + "/shares/1"), "<code>(http[^<]+)</code>").Groups[1].Value)).PathAndQuery;
        using var guest = site.Browser(null);
        var seen = Body(await guest.GetStringAsync(link));
        Assert.Contains("2 小时", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("骑楼", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("信用时数", seen, StringComparison.Ordinal);
        var proof = await guest.GetStringAsync(link.Insert(link.IndexOf('?'), "/proof"));
        Assert.Equal(["total"], site.Services.GetRequiredService<CertificateSignature>().Verify(proof)!.Parts.Keys);
        using var pasted = await Post(guest, "/verify", "/verify/signed", ("proof", proof));
        Assert.Contains("当前有效", await pasted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var altered = await Post(guest, "/verify", "/verify/signed", ("proof", proof[..^3] + (proof[^3] == 'A' ? 'B' : 'A') + proof[^2..]));
        Assert.Equal(HttpStatusCode.NotFound, altered.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(link.Replace("/1?", "/2?", StringComparison.Ordinal))).StatusCode);
        using (var ended = await Post(browser, way, way + "/shares/1/end"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Anothers_Certificate_IsNobodysToSee()
    {
        var (an, _) = await ServedAsync("证明五", 2, issue: true);
        using var other = site.Browser((await site.PersonAsync("证明六")).Id);
        var way = $"/me/certificates/{await Mine(an)}";
        foreach (var path in new[] { way, way + "/certificate.jpg", way + "/certificate.pdf", way + "/code", way + "/shares/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        }

        using var shared = await Post(other, "/me/certificates", way + "/shares", ("part", "full"), ("days", "7"));
        Assert.Equal(HttpStatusCode.NotFound, shared.StatusCode);
        Assert.Contains("开证明要先实名", await other.GetStringAsync("/me/certificates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_OrganiserSealsNamesAndRevokesWithASecondPerson()
    {
        var (an, browser) = await ServedAsync("证明七", 2, issue: true);
        var number = await Mine(an);
        using var one = site.Browser((await site.PersonAsync(Engagement.Local.City.Organiser)).Id);
        var second = await site.PersonAsync("第二位组织者");
        Assert.True(ParticipantId.TryParse(second.Id, out var id));
        Assert.Equal(Outcome.Done, (await Calls.Participant(id, me => me.Appoint(New(), id, new(Role.Organiser, Unit), true, "test"))).Outcome);
        using var two = site.Browser(second.Id);
        const string Desk = "/console/certificates/" + Unit;
        Assert.DoesNotContain("证明七号林", await one.GetStringAsync(Desk), StringComparison.Ordinal);
        using (var signed = await Post(one, Desk, Desk + "/contact", ("inCharge", "陈大文"), ("handler", "李小满"), ("phone", "0750-3000000")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        }

        using (var bad = await Post(one, Desk, Desk + "/contact", ("inCharge", new string('长', 21))))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        }

        var plain = await browser.GetByteArrayAsync($"/me/certificates/{number}/certificate.jpg");
        using (var file = new MultipartFormDataContent { { new StringContent(Field(await one.GetStringAsync(Desk), "__token")), "__token" }, { new StringContent(New().ToString()), "command" }, { Seal(), "photo", "seal.png" } })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await one.PostAsync(Desk + "/seal", file)).StatusCode);
        }

        Assert.Equal("image/jpeg", (await one.GetAsync(Desk + "/seal.jpg")).Content.Headers.ContentType!.MediaType);
        Assert.NotEqual(plain, await browser.GetByteArrayAsync($"/me/certificates/{number}/certificate.jpg"));
        using (var asked = await Post(one, Desk, Desk + "/ask", ("number", number.ToString()), ("fault", "FalseHours")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        using (var alone = await Post(one, Desk, Desk + "/answer", ("number", number.ToString()), ("verdict", "revoke")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, alone.StatusCode);
        }

        using (var agreed = await Post(two, Desk, Desk + "/answer", ("number", number.ToString()), ("verdict", "revoke")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        }

        using var guest = site.Browser(null);
        Assert.Contains("已被出具单位撤销", await guest.GetStringAsync(Way(number)), StringComparison.Ordinal);
        Assert.Contains("时数不实", await browser.GetStringAsync($"/me/certificates/{number}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.GetAsync("/console/certificates/elsewhere")).StatusCode);
    }

    [Fact]
    public async Task Star_Awarded_IsPrintedForItsHolder_AndCheckedByAStrangerWhoTypesTheName()
    {
        var (an, browser) = await ServedAsync("证明星", 2);
        var number = await AwardAsync(an);
        Assert.Contains("/me/stars/1", await browser.GetStringAsync("/me/stars"), StringComparison.Ordinal);
        Assert.Contains(number.Shown, await browser.GetStringAsync("/me/stars/1"), StringComparison.Ordinal);
        using (var drawn = SKBitmap.Decode(await browser.GetByteArrayAsync("/me/stars/1/certificate.jpg")))
        {
            Assert.Equal(1654, drawn.Width);
        }

        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await browser.GetByteArrayAsync("/me/stars/1/certificate.pdf")), StringComparison.Ordinal);
        await Unknown(browser, "/me/stars/2");
        using var other = site.Browser((await site.PersonAsync("证明星旁人")).Id);
        await Unknown(other, "/me/stars/1/certificate.jpg");

        using var guest = site.Browser(null);
        var (typed, code) = (number.Shown.ToLowerInvariant(), Keys.CertificateCode(number));
        using (var found = await Post(guest, "/verify", "/verify", ("number", typed), ("code", code)))
        {
            Assert.Equal($"/verify/star/{number}?k={code}", found.Headers.Location!.ToString());
        }

        var way = $"/verify/star/{number}?k={code}";
        var seen = Body(await guest.GetStringAsync(way));
        Assert.Contains("1 星级志愿者", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("号林", seen, StringComparison.Ordinal);
        using (var wrong = await Post(guest, way, $"/verify/star/{number}/name", ("k", code), ("name", "王小林")))
        {
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        using (var right = await Post(guest, way, $"/verify/star/{number}/name", ("k", code), ("name", "证明星号林")))
        {
            Assert.Contains("姓名一致", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var guessed in new[] { $"/verify/star/{number}?k=ABCDEFGHJKLM", $"/verify/star/{Mistyped(number)}?k={code}" })
        {
            using var answer = await guest.GetAsync(guessed);
            Assert.Equal("/verify?unknown=true", answer.Headers.Location!.ToString());
        }

        await Unknown(guest, "/verify?unknown=true");
        await site.IsWhole();
    }

    private CellKeys Keys => site.Services.GetRequiredService<CellKeys>();

    private string Way(CertificateNumber number) => $"/verify/{number}?k={Keys.CertificateCode(number)}";

    private async Task<CertificateNumber> Mine(ParticipantId person) => Assert.Single(await site.Services.GetRequiredService<CertificateReader>().Of(person, 0, 10)).Number;

    // Registered by real name, and served in an activity that was settled: attendance has tests of its own.
    private async Task<(ParticipantId Id, HttpClient Browser)> ServedAsync(string persona, double length, bool issue = false)
    {
        var person = await site.PersonAsync(persona);
        Assert.True(ParticipantId.TryParse(person.Id, out var id));
        var grains = site.Services.GetRequiredService<CellGrains>();
        Assert.Equal(Outcome.Done, (await grains.Volunteer(id).Register(New(), new(new(id.Value), 19900101, 1, new()))).Outcome);
        Assert.Equal(Outcome.Done, (await grains.Volunteer(id).GiveRealName(New(), new(persona + "号林", People.Number(19900101, Interlocked.Increment(ref _numbers)), 1))).Outcome);
        await site.SettledAsync(Unit, id, length);
        await Eventually.HoldsAsync(async () => (await site.Services.GetRequiredService<HourReader>().All(id)).Count == 1, "the hours are recorded");
        var browser = site.Browser(person.Id);
        if (issue)
        {
            await IssueAsync(browser, "Name");
        }

        return (id, browser);
    }

    // A star that was awarded: applying, review and notice have tests of their own.
    private async Task<CertificateNumber> AwardAsync(ParticipantId person)
    {
        var storage = site.Services.GetRequiredService<LedgerStorage>();
        IGrainState<StarState> record = new GrainState<StarState>(new());
        var grain = GrainId.Create("star", $"{site.Cell.Campaign}/{person}");
        await storage.ReadStateAsync(StarState.Kind, grain, record);
        record.State!.Id = person;
        record.State.Awards.Add(new(1, site.Clock.UtcNow.ToUnixTimeMilliseconds(), 6_000, Keys.StarNumber(person, 1)));
        record.State.Follow([.. record.State.Derived()]);
        await storage.WriteStateAsync(StarState.Kind, grain, record);
        return Keys.StarNumber(person, 1);
    }

    private async Task<string> IssueAsync(HttpClient browser, params string[] shows)
    {
        var choice = Choice().Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]));
        using var issued = await Post(browser, "/me/certificates", "/me/certificates", [.. choice, ("units", Unit), .. shows.Select(shown => ("shows", shown))]);
        Assert.Equal(HttpStatusCode.SeeOther, issued.StatusCode);
        return issued.Headers.Location!.ToString();
    }

    private string Choice() => $"from={site.Clock.UtcNow.AddDays(-30):yyyy-MM-dd}&to={site.Clock.UtcNow.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}";

    private static async Task<string> Unknown(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Mistyped(CertificateNumber number)
    {
        var text = number.ToString();
        return text[..5] + (text[5] == '7' ? '8' : '7') + text[6..];
    }

    // What a page says, without what every page carries.
    private static string Body(string html) => Regex.Replace(Regex.Match(html, "<main.*</main>", RegexOptions.Singleline).Value, "<input[^>]*type=\"hidden\"[^>]*>", "");

    private static async Task<HttpResponseMessage> Post(HttpClient http, string page, string action, params (string Name, string Value)[] fields) =>
        await http.PostAsync(action, new FormUrlEncodedContent(
            [new("__token", Field(await Read(http, page), "__token")), new("command", New().ToString()), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    // Like a person whose page came back busy: once more. A machine that builds beside the tests answers late.
    private static async Task<string> Read(HttpClient http, string page)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await http.GetAsync(page);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == 5)
            {
                return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }
        }
    }

    private static string Field(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);

    private static ByteArrayContent Seal()
    {
        using var surface = SKSurface.Create(new SKImageInfo(400, 400));
        surface.Canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Red, Style = SKPaintStyle.Stroke, StrokeWidth = 12 };
        surface.Canvas.DrawCircle(200, 200, 180, ink);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return new ByteArrayContent(data.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
    }

    private static CommandId New() => CommandId.New(DateTimeOffset.UtcNow);
}
