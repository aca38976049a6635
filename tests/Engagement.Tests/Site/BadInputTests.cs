using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Engagement.Tests.Site;

/// <summary>Bad input gets a clear error that names the field and the reason, and writes nothing.</summary>
[Collection(SiteTests.Name)]
public sealed class BadInputTests(SiteUnderTest site)
{
    private const string Id = "AAAAAAAAAAAAAAAAAAAAAA";
    private const string Command = "\"commandId\":\"{0}\"";

    public static TheoryData<string, string, int, string, string?> Bad => new()
    {
        { "/roses", "{}", 400, "Invalid", "commandId" },
        { "/roses", "{\"commandId\":\"nonsense\"}", 400, "Invalid", "commandId" },
        { "/roses", "{\"commandId\":\"9f8b8c1e-7d6a-4f5b-9c3d-2e1f0a9b8c7d\"}", 400, "Invalid", "commandId" },
        { "/roses", "not json", 400, "Invalid", null },
        { "/roses", "{" + Command + "}", 400, "Invalid", "reason" },
        { "/roses", "{" + Command + ",\"reason\":\"nope\",\"preset\":\"x\"}", 400, "Invalid", "reason" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"preset\":\"nope\"}", 400, "Invalid", "preset" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\"}", 400, "Invalid", "text" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"text\":\"" + Long + "\"}", 400, "Invalid", "text" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"text\":\"a\\u0007b\"}", 400, "Invalid", "text" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"text\":\"加我微信 wx12345678\"}", 422, "TextRefused", "text" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"preset\":\"give-way-waited\",\"to\":\"x\"}", 400, "Invalid", "to" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"preset\":\"give-way-waited\",\"to\":\"" + Id + "\"}", 400, "Invalid", "to" },
        { "/roses", "{" + Command + ",\"reason\":\"give-way\",\"preset\":\"give-way-waited\",\"to\":\"BAAAAAAAAAAAAAAAAAAAAA\"}", 400, "Invalid", "to" },
        { "/roses/BAAAAAAAAAAAAAAAAAAAAA/claim", "{" + Command + ",\"secret\":\"BAAAAAAAAAAAAAAAAAAAAA\"}", 404, "NotFound", null },
        { "/roses/xyz/claim", "{" + Command + "}", 404, "NotFound", null },
        { "/roses/" + Id + "/claim", "{" + Command + ",\"secret\":\"" + Id + "\"}", 404, "NotFound", null },
        { "/roses/AAAAAAAAAAAAAAAAAAAAAB/claim", "{" + Command + "}", 404, "NotFound", null },
        { "/roses/BAAAAAAAAAAAAAAAAAAAAA/thanks", "{" + Command + ",\"phrase\":\"nope\"}", 400, "Invalid", "phrase" },
        { "/roses/" + Id + "/report", "{" + Command + "}", 400, "Invalid", "reason" },
        { "/operator/roses/" + Id + "/void", "{" + Command + ",\"reason\":\"x\"}", 403, "Forbidden", null },
        { "/operator/budgets", "{" + Command + ",\"roses\":5,\"reason\":\"x\"}", 403, "Forbidden", null },
        { "/bouquets", "{" + Command + ",\"roses\":-1,\"shares\":1,\"split\":\"equal\",\"reason\":\"give-way\",\"preset\":\"give-way-waited\"}", 400, "Invalid", "roses" },
        { "/bouquets", "{" + Command + ",\"roses\":999999999999,\"shares\":1,\"split\":\"equal\"}", 400, "Invalid", null },
        { "/bouquets", "{" + Command + ",\"roses\":3,\"shares\":4,\"split\":\"equal\",\"reason\":\"give-way\",\"preset\":\"give-way-waited\"}", 400, "Invalid", "shares" },
        { "/bouquets", "{" + Command + ",\"roses\":3,\"shares\":2,\"split\":\"odd\"}", 400, "Invalid", "split" },
        { "/bouquets", "{" + Command + ",\"roses\":6,\"shares\":2,\"split\":\"equal\",\"reason\":\"give-way\",\"preset\":\"give-way-waited\"}", 409, "AllowanceUsed", null },
        { "/me/affiliations", "{" + Command + ",\"code\":\"NOSUCH22\"}", 400, "Invalid", "code" },
    };

    private static string Long => new('长', 61);

    [Theory, MemberData(nameof(Bad))]
    public async Task Post_BadInput_NamesTheFieldAndWritesNothing(string path, string body, int status, string outcome, string? field)
    {
        var person = await site.PersonAsync("坏" + Math.Abs(string.GetHashCode(path + body, StringComparison.Ordinal)) % 100_000);
        var before = await site.Writes();
        using var content = new StringContent(body.Replace("{0}", SiteUnderTest.Command(), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var (answered, problem) = await person.Send(HttpMethod.Post, path, content);
        Assert.Equal((status, outcome), ((int)answered, problem.GetProperty("outcome").GetString()));
        if (field is not null)
        {
            Assert.Equal(field, problem.GetProperty("field").GetString());
            Assert.NotEmpty(problem.GetProperty("reason").GetString()!);
        }

        Assert.Equal(before, await site.Writes());
    }

    [Fact]
    public async Task Claim_ByGet_IsNoRouteAndTakesNothing()
    {
        var (giver, taker) = (await site.PersonAsync("取赠"), await site.PersonAsync("取收"));
        var (rose, secret) = await giver.Give();
        Assert.Equal(HttpStatusCode.NotFound, (await taker.Send(HttpMethod.Get, $"/roses/{rose}/claim?secret={secret}", null)).Status);
        using var page = await site.Http.GetAsync($"/r/{rose}?k={secret}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("Offered", (await taker.Get($"/roses/{rose}")).Body.GetProperty("state").GetString());
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
        Assert.Equal("TooOld", (await an.Post("/roses", ApiPerson.Rose(old))).Body.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Commands_BeyondTheBurst_SlowDownWithRetryAfter()
    {
        var an = await site.PersonAsync("太快");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => an.Post("/roses", ApiPerson.Rose())));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests && answer.Body.GetProperty("outcome").GetString() == "SlowDown");
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.Created));
    }

    [Fact]
    public async Task Code_UsedTwice_IsRefusedWithItsField()
    {
        using var code = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/jscode", new { persona = "用两次" });
        var value = (await SiteUnderTest.Json(code)).GetProperty("code").GetString();
        using var first = await site.Http.PostAsJsonAsync("/api/v1/session", new { code = value });
        using var second = await site.Http.PostAsJsonAsync("/api/v1/session", new { code = value });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("code", (await SiteUnderTest.Json(second)).GetProperty("field").GetString());
    }
}
