using System.Net;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class FaultTests
{
    [Fact]
    public async Task Errcode_ForTwoCalls_MeetsTwoAndIsCounted()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Control("faults", new { api = "cgi-bin/user/info", errcode = 45009, times = 2 });
        var call = $"/cgi-bin/user/info?access_token={await emulator.AccessToken()}&openid={ApiCalls.OpenId("小满")}";

        Assert.Equal((45009, 45009, 0), ((await emulator.Get(call)).Errcode(), (await emulator.Get(call)).Errcode(), (await emulator.Get(call)).Errcode()));

        var calls = await emulator.Get("/emulator/calls");
        Assert.Equal((3, 2), ((int)calls["cgi-bin/user/info"]!["total"]!, (int)calls["cgi-bin/user/info"]!["errors"]!["45009"]!));
        Assert.Equal(1, (int)calls["cgi-bin/stable_token"]!["total"]!);
    }

    [Fact]
    public async Task Others_LookLikeABrokenNetwork()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        foreach (var kind in new[] { "html", "badGateway", "truncated", "timeout" })
        {
            await emulator.Control("faults", new { api = "*", kind });
        }

        using var html = await emulator.Http.GetAsync("/cgi-bin/token");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (html.StatusCode, html.Content.Headers.ContentType!.MediaType));
        using var gateway = await emulator.Http.GetAsync("/sns/userinfo");
        Assert.Equal(HttpStatusCode.BadGateway, gateway.StatusCode);
        Assert.EndsWith("\"o", await emulator.Http.GetStringAsync("/cgi-bin/token"), StringComparison.Ordinal);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.Http.GetAsync("/cgi-bin/token", patience.Token));
        Assert.Equal(41002, (await emulator.Get("/cgi-bin/token")).Errcode());
    }

    [Theory]
    [InlineData("""{"api":"","errcode":40001}""")]
    [InlineData("""{"api":"*","errcode":0}""")]
    [InlineData("""{"api":"*","errcode":40001,"times":0}""")]
    [InlineData("""{"api":"*","kind":"dance"}""")]
    public async Task Add_NotAFault_IsRefused(string body)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await emulator.Http.PostAsync("/emulator/faults", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
