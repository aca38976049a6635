using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Engagement.Tests.Site;

/// <summary>Bad input gets a clear error that names the field and the reason, and writes nothing.</summary>
[Collection(SiteTests.Name)]
public sealed class BadInputTests(SiteUnderTest site)
{
    private static int _strangers;

    private const string Command = "\"commandId\":\"{0}\"";

    private const string Words = Command + ",\"reason\":\"give-way\"";
    private const string Rose = Words + ",\"preset\":\"give-way-waited\"";
    private const string Nobody = "BAAAAAAAAAAAAAAAAAAAAA";

    public static TheoryData<string, string, string> Invalid => new()
    {
        { "/roses", "{}", "commandId" },
        { "/roses", "{\"commandId\":\"nonsense\"}", "commandId" },
        { "/roses", "{\"commandId\":\"9f8b8c1e-7d6a-4f5b-9c3d-2e1f0a9b8c7d\"}", "commandId" }, // of version 4
        { "/roses", "{\"commandId\":5}", "commandId" },
        { "/roses", "not json", "body" },
        { "/roses", "", "body" },
        { "/roses", "null", "body" },
        { "/roses", "[]", "body" },
        { "/roses", "{" + Command + "}", "reason" },
        { "/roses", "{" + Command + ",\"reason\":\"nope\",\"preset\":\"x\"}", "reason" },
        { "/roses", "{" + Words + ",\"preset\":\"nope\"}", "preset" },
        { "/roses", "{" + Words + "}", "text" },
        { "/roses", "{" + Rose + ",\"text\":\"谢谢\"}", "text" },
        { "/roses", "{" + Words + ",\"text\":\"" + Long(61) + "\"}", "text" },
        { "/roses", "{" + Words + ",\"text\":\"" + Long(100_000) + "\"}", "text" },
        { "/roses", "{" + Words + ",\"text\":\"a\\u0007b\"}", "text" },
        { "/roses", "{" + Words + ",\"text\":\"a\\u202eb\"}", "text" },
        { "/roses", "{" + Words + ",\"text\":\"a\\ud800b\"}", "text" },
        { "/roses", "{" + Rose + ",\"addressee\":\"" + Long(13) + "\"}", "addressee" },
        { "/roses", "{" + Rose + ",\"addressee\":\"a\\u0000b\"}", "addressee" },
        { "/roses", "{" + Rose + ",\"anonymous\":\"maybe\"}", "anonymous" },
        { "/roses", "{" + Rose + ",\"to\":\"x\"}", "to" },
        { "/roses", "{" + Rose + ",\"to\":\"AAAAAAAAAAAAAAAAAAAAAA\"}", "to" }, // zero names nobody
        { "/roses", "{" + Rose + ",\"to\":\"" + Nobody + "\"}", "to" },
        { "/roses/" + Nobody + "/offer", "{" + Rose + ",\"to\":\"x\"}", "to" },
        { "/roses/" + Nobody + "/claim", "{}", "commandId" },
        { "/roses/" + Nobody + "/withdraw", "{\"commandId\":\"\"}", "commandId" },
        { "/roses/" + Nobody + "/thanks", "{" + Command + ",\"phrase\":\"nope\"}", "phrase" },
        { "/roses/" + Nobody + "/report", "{" + Command + "}", "reason" },
        { "/roses/" + Nobody + "/report", "{" + Command + ",\"reason\":\"" + Long(201) + "\"}", "reason" },
        { "/roses/" + Nobody + "/report", "{" + Command + ",\"reason\":\"a\\u0007b\"}", "reason" },
        { "/bouquets", Bouquet("-1", "1"), "roses" },
        { "/bouquets", Bouquet("0", "0"), "roses" },
        { "/bouquets", Bouquet("501", "1"), "roses" },
        { "/bouquets", Bouquet("999999999999", "1"), "roses" },
        { "/bouquets", Bouquet("3", "4"), "shares" },
        { "/bouquets", Bouquet("3", "-2"), "shares" },
        { "/bouquets", Bouquet("3", "-999999999999"), "shares" },
        { "/bouquets", Bouquet("3", "2", "odd"), "split" },
        { "/bouquets", Bouquet("3", "2", preset: "nope"), "preset" },
        { "/bouquets/" + Nobody + "/claim", "{}", "commandId" },
        { "/me/place", "{" + Command + "}", "place" },
        { "/me/place", "{" + Command + ",\"place\":\"999999\"}", "district" },
        { "/me/place", "{" + Command + ",\"place\":\"440703999\"}", "community" },
        { "/me/affiliations", "{" + Command + "}", "code" },
        { "/me/affiliations", "{" + Command + ",\"code\":\"NOSUCH22\"}", "code" },
        { "/me/affiliations", "{" + Command + ",\"code\":\"a\\u0007b\"}", "code" },
    };

    public static TheoryData<string, string, int, string> Refused => new()
    {
        { "/roses", "{" + Words + ",\"text\":\"加我微信 wx12345678\"}", 422, "TextRefused" },
        { "/roses/" + Nobody + "/offer", "{" + Rose + "}", 404, "NotFound" },
        { "/roses/" + Nobody + "/withdraw", "{" + Command + "}", 404, "NotFound" },
        { "/roses/" + Nobody + "/thanks", "{" + Command + ",\"phrase\":\"so-warm\"}", 404, "NotFound" },
        { "/roses/" + Nobody + "/report", "{" + Command + ",\"reason\":\"rude\"}", 404, "NotFound" },
        { "/roses/xyz/offer", "{" + Rose + "}", 404, "NotFound" },
        { "/roses/xyz/withdraw", "{" + Command + "}", 404, "NotFound" },
        { "/operator/roses/" + Nobody + "/void", "{" + Command + ",\"reason\":\"x\"}", 403, "Forbidden" },
        { "/operator/budgets", "{" + Command + ",\"roses\":5,\"reason\":\"x\"}", 403, "Forbidden" },
        { "/bouquets", Bouquet("6", "2"), 409, "AllowanceUsed" },
    };

    public static TheoryData<string, string, int, string, string?> OperatorsBad => new()
    {
        { "/operator/roses/" + Nobody + "/void", "{" + Command + "}", 400, "Invalid", "reason" },
        { "/operator/roses/" + Nobody + "/void", "{" + Command + ",\"reason\":\"" + Long(201) + "\"}", 400, "Invalid", "reason" },
        { "/operator/roses/" + Nobody + "/void", "{" + Command + ",\"reason\":\"a\\u0007b\"}", 400, "Invalid", "reason" },
        { "/operator/roses/" + Nobody + "/void", "{" + Command + ",\"reason\":\"x\"}", 404, "NotFound", null },
        { "/operator/roses/xyz/void", "{" + Command + ",\"reason\":\"x\"}", 404, "NotFound", null },
        { "/operator/budgets", Budget("0"), 400, "Invalid", "roses" },
        { "/operator/budgets", Budget("-5"), 400, "Invalid", "roses" },
        { "/operator/budgets", Budget("1000001"), 400, "Invalid", "roses" },
        { "/operator/budgets", Budget("999999999999"), 400, "Invalid", "roses" },
        { "/operator/budgets", Budget("5", "x"), 400, "Invalid", "participantId" },
        { "/operator/budgets", Budget("5", Nobody), 404, "NotFound", null },
        { "/operator/budgets", Budget("5", reason: ""), 400, "Invalid", "reason" },
        { "/operator/budgets", Budget("5", reason: "a\\u0007b"), 400, "Invalid", "reason" },
    };

    [Theory, MemberData(nameof(Invalid))]
    public async Task Post_BadInput_NamesTheFieldAndWritesNothing(string path, string body, string field) =>
        await Answers(await Stranger(), path, body, 400, "Invalid", field);

    [Theory, MemberData(nameof(Refused))]
    public async Task Post_NotToBeHad_HasItsOutcomeAndWritesNothing(string path, string body, int status, string outcome) =>
        await Answers(await Stranger(), path, body, status, outcome, status == 422 ? "text" : null);

    [Theory, MemberData(nameof(OperatorsBad))]
    public async Task Post_BadInputOfAnOperator_WritesNothing(string path, string body, int status, string outcome, string? field) =>
        await Answers(await site.PersonAsync(Engagement.Local.City.Operator), path, body, status, outcome, field);

    [Fact]
    public async Task Claim_ByGet_IsNoRouteAndTakesNothing()
    {
        var (giver, taker) = (await site.PersonAsync("取赠"), await site.PersonAsync("取收"));
        var (rose, secret) = await giver.Give();
        var before = await site.Writes();
        Assert.Equal(HttpStatusCode.NotFound, (await taker.Send(HttpMethod.Get, $"/roses/{rose}/claim?secret={secret}", null)).Status);
        using var browser = site.Browser(taker.Id);
        using var page = await browser.GetAsync($"/r/{rose}?k={secret}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var act = await browser.GetAsync($"/r/{rose}/claim?secret={secret}&command={SiteUnderTest.Command()}");
        Assert.Equal(HttpStatusCode.NotFound, act.StatusCode);
        Assert.Equal("Offered", (await taker.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
        Assert.Equal(before, await site.Writes());
    }

    [Fact]
    public async Task Command_WithoutSession_SignInRequired()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await site.Http.PostAsync("/api/v1/roses", content);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SignInRequired", (await SiteUnderTest.Json(answer)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Command_OlderThanADay_TooOld()
    {
        var an = await site.PersonAsync("旧令");
        var old = Contracts.CommandId.New(DateTimeOffset.UtcNow.AddHours(-25)).ToString();
        var before = await site.Writes();
        Assert.Equal("TooOld", ApiPerson.Outcome(await an.Post("/roses", ApiPerson.Rose(old))));
        Assert.Equal(before, await site.Writes());
    }

    [Fact]
    public async Task Commands_BeyondTheBurst_SlowDownWithRetryAfter()
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await site.PersonAsync("太快")).Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => http.PostAsJsonAsync("/api/v1/roses", ApiPerson.Rose())));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var slow = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("SlowDown", (await SiteUnderTest.Json(slow)).GetProperty("outcome").GetString());
        Assert.InRange(slow.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Code_UsedTwice_IsRefusedWithItsField()
    {
        using var code = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/jscode", new { persona = "用两次" });
        var value = (await SiteUnderTest.Json(code)).GetProperty("code").GetString();
        using var first = await site.Http.PostAsJsonAsync("/api/v1/session", new { code = value });
        using var second = await site.Http.PostAsJsonAsync("/api/v1/session", new { code = value });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("code", (await SiteUnderTest.Json(second)).GetProperty("field").GetString());
    }

    [Theory, InlineData("{}", "code"), InlineData("{\"code\":\"\"}", "code"), InlineData("{\"code\":\"never-issued\"}", "code"), InlineData("[]", "body")]
    [InlineData("{\"code\":\"a\\u0007&openid=b\"}", "code"), InlineData("{\"code\":7}", "code")]
    public async Task Session_BadCode_IsNobody(string body, string field)
    {
        var before = await site.Writes();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await site.Http.PostAsync("/api/v1/session", content);
        var problem = await SiteUnderTest.Json(answer);
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid", field), (answer.StatusCode, problem.GetProperty("outcome").GetString(), problem.GetProperty("field").GetString()));
        Assert.Equal(before, await site.Writes());
    }

    private Task<ApiPerson> Stranger() => site.PersonAsync("坏" + Interlocked.Increment(ref _strangers));

    private async Task Answers(ApiPerson person, string path, string body, int status, string outcome, string? field)
    {
        var before = await site.Writes();
        using var content = new StringContent(body.Replace("{0}", SiteUnderTest.Command(), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var answer = await person.Send(HttpMethod.Post, path, content);
        Assert.Equal((status, outcome), ((int)answer.Status, ApiPerson.Outcome(answer)));
        if (field is not null)
        {
            Assert.Equal(field, answer.Body.GetProperty("field").GetString());
            Assert.NotEmpty(answer.Body.GetProperty("reason").GetString()!);
        }

        Assert.Equal(before, await site.Writes());
    }

    private static string Long(int characters) => new('长', characters);

    private static string Bouquet(string roses, string shares, string split = "equal", string preset = "give-way-waited") =>
        "{" + Words + $",\"preset\":\"{preset}\",\"roses\":{roses},\"shares\":{shares},\"split\":\"{split}\"}}";

    private static string Budget(string roses, string? to = null, string reason = "x") =>
        "{" + Command + $",\"roses\":{roses},\"reason\":\"{reason}\"" + (to is null ? "" : $",\"participantId\":\"{to}\"") + "}";
}
