using System.Net;
using Engagement.WeChat.Emulator;

namespace Engagement.Tests.WeChat;

public sealed class EmulatorHostTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:0;http://192.168.1.7:5080")]
    [InlineData("http://localhost.evil.example:5080")]
    public void Create_ReachableAddress_IsRefusedUnlessAllowed(string urls)
    {
        Assert.Throws<ArgumentException>(() => EmulatorHost.Create(new() { Urls = urls }));
        Assert.Null(Record.Exception(() => EmulatorHost.Create(new() { Urls = urls, AllowRemote = true })));
    }

    [Fact]
    public async Task Get_ForeignHostName_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/emulator/personas") { Headers = { Host = "evil.example" } };

        using var answer = await emulator.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Get_StyleSheet_IsCss()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await emulator.Http.GetAsync("/emulator/emulator.css");
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("prefers-color-scheme: dark", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
