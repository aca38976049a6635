using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.WeChat;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>What the site does for the mini program beside signing people in: risk, codes, scenes.</summary>
[Collection(SiteTests.Name)]
public sealed class MiniProgramTests(SiteUnderTest site)
{
    [RedisFact]
    public async Task Session_RankAtTheLimit_IsToldWhyAndLeavesNothing()
    {
        await Rank("风险安", 4);
        var before = await site.Writes();
        var (status, body) = await Enter("风险安", "en");
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (status, body.GetProperty("outcome").GetString()));
        Assert.Contains("contact", body.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("微信认为", (await Enter("风险安", "zh-CN")).Body.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await site.Writes());
        await Rank("风险安", 3);
        Assert.NotEmpty((await site.PersonAsync("风险安")).Id);
    }

    [RedisFact]
    public async Task Session_WeChatDoesNotRank_SignsIn()
    {
        await Rank("风险白", 4);
        foreach (var errcode in new[] { -1, 61010 })
        {
            await Fault("wxa/getuserriskrank", errcode);
            Assert.Equal(HttpStatusCode.OK, (await Enter("风险白", "en")).Status);
        }
    }

    [RedisFact]
    public async Task MiniCode_OfARose_IsForItsOffererAndLeadsWhoScansToTheLetter()
    {
        var (an, bai) = (await site.PersonAsync("小码安"), await site.PersonAsync("小码白"));
        var (rose, secret) = await an.Give();
        var (status, type, picture) = await Picture(an, $"/roses/{rose}/mini-code");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (status, type));
        Assert.Equal("PNG"u8, picture.AsSpan(1, 3));
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(bai, $"/roses/{rose}/mini-code")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(an, "/roses/none/mini-code")).Status);

        var scene = site.Services.GetRequiredService<RoseScenes>().ShortOf(RoseId.TryParse(rose, out var id) ? id : default, 1);
        var found = (await bai.Get("/scenes/" + scene)).Body;
        Assert.Equal((rose, secret), (found.GetProperty("roseId").GetString(), found.GetProperty("secret").GetString()));
        Assert.EndsWith($"/r/{rose}?k={secret}", found.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bai.Claim(rose, found.GetProperty("secret").GetString())).Status);
        Assert.Equal(JsonValueKind.Null, (await bai.Get("/scenes/" + scene)).Body.GetProperty("secret").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(an, $"/roses/{rose}/mini-code")).Status); // no longer hers to give
    }

    [RedisFact]
    public async Task Scene_ForgedMalformedOrAsGuest_OpensNothing()
    {
        var (an, bai) = (await site.PersonAsync("小码安"), await site.PersonAsync("小码白"));
        var (rose, _) = await an.Give();
        var scene = site.Services.GetRequiredService<RoseScenes>().ShortOf(RoseId.TryParse(rose, out var id) ? id : default, 1);
        var forged = scene[..^1] + (scene[^1] == 'A' ? 'Q' : 'A');
        Assert.Equal(JsonValueKind.Null, (await bai.Get("/scenes/" + forged)).Body.GetProperty("secret").ValueKind);
        foreach (var other in new[] { scene[..^1], "x" + scene[1..], "page:%2Fconsole", new string('a', 32), new string('a', 400) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await bai.Get("/scenes/" + other)).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Http.GetAsync("/api/v1/scenes/" + scene)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Http.GetAsync($"/api/v1/roses/{rose}/mini-code")).StatusCode);
    }

    [RedisFact]
    public async Task MiniCode_OfABouquet_IsForItsGiver()
    {
        var (an, bai) = (await site.PersonAsync("小码束安"), await site.PersonAsync("小码白"));
        var (_, sent) = await an.Post("/bouquets", new { commandId = SiteUnderTest.Command(), roses = 2, shares = 2, split = "equal", reason = "give-way", preset = "give-way-waited" });
        var bouquet = sent.GetProperty("bouquetId").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await Picture(an, $"/bouquets/{bouquet}/mini-code")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(bai, $"/bouquets/{bouquet}/mini-code")).Status);
        var scene = site.Services.GetRequiredService<BouquetScenes>().ShortOf(BouquetId.TryParse(bouquet, out var id) ? id : default);
        var found = (await bai.Get("/scenes/" + scene)).Body;
        Assert.Equal((bouquet, sent.GetProperty("secret").GetString()), (found.GetProperty("bouquetId").GetString(), found.GetProperty("secret").GetString()));
    }

    [RedisTheory]
    [InlineData(-1, HttpStatusCode.TooManyRequests), InlineData(41030, HttpStatusCode.NotFound), InlineData(12345, HttpStatusCode.ServiceUnavailable)]
    public async Task MiniCode_WeChatMakesNone_SaysWhatToDoAndMakesItLater(int errcode, HttpStatusCode status)
    {
        var an = await site.PersonAsync("小码等" + Math.Abs(errcode));
        var (rose, _) = await an.Give();
        await Fault("wxa/getwxacodeunlimit", errcode);
        Assert.Equal(status, (await Picture(an, $"/roses/{rose}/mini-code")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Picture(an, $"/roses/{rose}/mini-code")).Status);
        await Fault("wxa/getwxacodeunlimit", errcode);
        Assert.Equal(HttpStatusCode.OK, (await Picture(an, $"/roses/{rose}/mini-code")).Status); // kept: not asked again
        await site.Http.DeleteAsync(site.WeChat + "/emulator/faults");
    }

    [RedisFact]
    public async Task Answers_BadInput_NamesTheField()
    {
        var an = await site.PersonAsync("小程安");
        foreach (var answers in new object?[] { null, new { }, new { t = "maybe" }, new { t = (string?)null }, Enumerable.Range(0, 21).ToDictionary(i => "t" + i, _ => "accept") })
        {
            var (status, body) = await an.Post("/me/notices/answers", new { commandId = SiteUnderTest.Command(), answers });
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("answers", body.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Enter(string persona, string language)
    {
        using var code = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/jscode", new { persona });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { code = (await SiteUnderTest.Json(code)).GetProperty("code").GetString() }) };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var session = await site.Http.SendAsync(request);
        return (session.StatusCode, await SiteUnderTest.Json(session));
    }

    private async Task<(HttpStatusCode Status, string? Type, byte[] Body)> Picture(ApiPerson person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        using var answer = await site.Http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task Rank(string persona, int rank)
    {
        using var met = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/personas", new { name = persona });
        using var answer = await site.Http.PostAsJsonAsync($"{site.WeChat}/emulator/people/{Uri.EscapeDataString(persona)}", new { riskRank = rank });
        answer.EnsureSuccessStatusCode();
    }

    private async Task Fault(string api, int errcode)
    {
        using var answer = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/faults", new { api, kind = "errcode", errcode, times = 1 });
        answer.EnsureSuccessStatusCode();
    }
}
