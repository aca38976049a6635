using System.Net;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Couriers;

/// <summary>The companies' own door (IN-02): who signs gets in, once.</summary>
[Collection(SiteTests.Name)]
public sealed class CompanyApiTests(SiteUnderTest site)
{
    private const string Roster = "/api/v1/company/roster";

    [Fact]
    public async Task Roster_SignedUpload_ListsAndCourierEnrols()
    {
        var shunfeng = await Caller("shunfeng");
        var body = new { commandId = SiteUnderTest.Command(), allOrNothing = false, rows = new object[]
        {
            new { phone = "139 7777 0001", name = "张三", station = "北街站", number = "W1" }, new { phone = "12" },
        } };
        var (status, started) = await shunfeng.Post(Roster, body);
        Assert.Equal(HttpStatusCode.Accepted, status);
        var import = started.GetProperty("importId").GetString();
        Assert.Equal(import, (await shunfeng.Post(Roster, body)).Body.GetProperty("importId").GetString()); // sent again after a lost reply
        JsonElement view = default;
        await Eventually.HoldsAsync(async () => (view = (await shunfeng.Get("/api/v1/company/imports/" + import)).Body).GetProperty("phase").GetString() == "Done", "the upload is done");
        Assert.Equal((2, 1), (view.GetProperty("total").GetInt32(), view.GetProperty("added").GetInt32()));
        var fault = view.GetProperty("faults")[0];
        Assert.Equal((2, "phone", "NoMobile"), (fault.GetProperty("row").GetInt32(), fault.GetProperty("field").GetString(), fault.GetProperty("problem").GetString()));

        var rider = await site.PersonAsync("接口骑手");
        Assert.Equal(HttpStatusCode.NotFound, (await rider.Post("/me/courier", Enrol("13977770001", "MTROSE26"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await rider.Post("/me/courier", Enrol("13977770001", "sfrose26"))).Status);
        var (_, courier) = await rider.Get("/me/courier");
        Assert.Equal((true, "shunfeng"), (courier.GetProperty("active").GetBoolean(), courier.GetProperty("company").GetString()));
        var (_, listed) = await shunfeng.Get(Roster + "?skip=0&take=500");
        var row = listed.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("number").GetString() == "W1");
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("confirmedAt").ValueKind);
        Assert.DoesNotContain(rider.Id, listed.ToString(), StringComparison.Ordinal);

        var (_, logged) = await rider.Send(HttpMethod.Post, "/courier/acts", new FormUrlEncodedContent([new("commandId", SiteUnderTest.Command()), new("kind", "helmet")]));
        var (before, helped) = ((await shunfeng.Get("/api/v1/company/results")).Body, await site.PersonAsync("接口路人"));
        Assert.True(CivicActId.TryParse(logged.GetProperty("actId").GetString(), out var act) & ParticipantId.TryParse(helped.Id, out var by) & CommandId.TryParse(SiteUnderTest.Command(), out var confirm));
        var secret = site.Services.GetRequiredService<CellKeys>().LinkSecret(act.Value, 1);
        Assert.Equal(Outcome.Done, (await site.Services.GetRequiredService<Calls>().Act(act, grain => grain.Confirm(confirm, by, secret))).Outcome);
        var results = (await shunfeng.Get("/api/v1/company/results")).Body;
        Assert.True(results.GetProperty("enrolled").GetInt64() >= 1);
        Assert.Equal([1, 1, 1], Acts(results).Zip(Acts(before), static (now, then) => now - then));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Caller("meituan")).Get("/api/v1/company/imports/" + import)).Status); // a foreign company's
        await site.IsWhole();
    }

    [Fact]
    public async Task Request_SentTwice_IsRefusedTheSecondTime()
    {
        var caller = await Caller("jingdong");
        const string nonce = "0123456789abcdef0123456789";
        Assert.Equal(HttpStatusCode.OK, (await caller.Send(caller.Sign("GET", Roster, nonce: nonce))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Send(caller.Sign("GET", Roster, nonce: nonce))).Status);
    }

    [Fact]
    public async Task Request_ChangedOnTheWay_IsRefused()
    {
        var (caller, other) = (await Caller("jingdong"), await Caller("zhongtong"));
        var bodies = new[] { JsonSerializer.Serialize(new { commandId = SiteUnderTest.Command(), rows = new[] { new { phone = "13977770002" } } }), "{}" };
        HttpRequestMessage[] wrong =
        [
            caller.Sign("POST", Roster, bodies[0], signedBody: bodies[1]),
            caller.Sign("GET", Roster + "?take=2", signedTarget: Roster + "?take=1"),
            caller.Sign("GET", Roster, nonce: "too short"),
            With(caller.Sign("GET", Roster), "X-Company-Signature", new string('0', 64)),
            With(caller.Sign("GET", Roster), "X-Company-Signature", "zz"),
            With(caller.Sign("GET", Roster), "X-Company-Key", other.Sign("GET", Roster).Headers.GetValues("X-Company-Key").Single()),
            With(caller.Sign("GET", Roster), "X-Company-Key", "nobody.abcdefghijklmnopqrstuv"),
            With(caller.Sign("GET", Roster), "X-Company-Time", null),
            With(caller.Sign("GET", Roster), "X-Company-Nonce", "abcdefghijklmnop:abcdef"),
        ];
        foreach (var request in wrong)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Send(request)).Status);
        }
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Request_OutsideTheClockWindow_IsRefused(int ahead)
    {
        var caller = await Caller("yuantong", ahead);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Get(Roster)).Status);
    }

    [Fact]
    public async Task Request_WithAnEndedKey_IsRefused()
    {
        var calls = site.Services.GetRequiredService<Calls>();
        var (caller, key) = (await Caller("yunda"), "");
        key = caller.Sign("GET", Roster).Headers.GetValues("X-Company-Key").Single();
        Assert.Equal(HttpStatusCode.OK, (await caller.Get(Roster)).Status);
        Assert.Equal(Outcome.Done, (await calls.Company("yunda", company => company.RevokeKey(default, key))).Outcome);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Get(Roster)).Status);
    }

    [Fact]
    public async Task Roster_BodyLargerThanAllowed_NamesTheBody()
    {
        var caller = await Caller("jingdong");
        var (status, body) = await caller.Send(caller.Sign("POST", Roster, new string(' ', 2_000_001)));
        Assert.Equal((HttpStatusCode.BadRequest, "body"), (status, body.GetProperty("field").GetString()));
        var (bad, rows) = await caller.Post(Roster, new { commandId = SiteUnderTest.Command(), rows = Array.Empty<object>() });
        Assert.Equal((HttpStatusCode.BadRequest, "rows"), (bad, rows.GetProperty("field").GetString()));
    }

    private static object Enrol(string phone, string code) => new { commandId = SiteUnderTest.Command(), phone, code, showCompany = false };

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string? value)
    {
        request.Headers.Remove(header);
        if (value is not null)
        {
            request.Headers.Add(header, value);
        }

        return request;
    }

    private async Task<CompanyCaller> Caller(string company, long ahead = 0)
    {
        var issued = await site.Services.GetRequiredService<Calls>().Company(company, grain => grain.IssueKey(CommandId.New(DateTimeOffset.UtcNow), default, "test"));
        Assert.Equal(Outcome.Done, issued.Outcome);
        return new(site, issued.Key!, site.Services.GetRequiredService<CellKeys>().CompanySecret(issued.Key!)) { Ahead = ahead };
    }

    private static IEnumerable<long> Acts(JsonElement results) => results.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("count").GetInt64());
}
