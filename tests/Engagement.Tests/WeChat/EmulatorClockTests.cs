using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Clock;
using Microsoft.AspNetCore.Http;

namespace Engagement.Tests.WeChat;

public sealed class EmulatorClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 4, 0, 0, TimeSpan.Zero); // in Beijing

    [Fact]
    public async Task Advance_ADay_MovesExactlyADayAndTellsTheTime()
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock: true);

        using var answer = await emulator.Http.PostAsJsonAsync("/emulator/clock", new { advance = "24:00:00" });

        Assert.Equal(Noon.AddDays(1), (DateTimeOffset)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["now"]!);
        Assert.Equal(Noon.AddDays(1), emulator.Now);
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("401.00:00:00")]
    [InlineData("tomorrow")]
    [InlineData(null)]
    public async Task Advance_NotAStepForward_IsRefusedInWords(string? advance)
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock: true);

        using var answer = await emulator.Http.PostAsJsonAsync("/emulator/clock", new { advance });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!);
        Assert.Equal(Noon, emulator.Now);
    }

    [Fact]
    public async Task Advance_WithoutATestClock_IsNotFoundWhileTheTimeIsTold()
    {
        await using var emulator = await EmulatorUnderTest.Start();

        using var answer = await emulator.Http.PostAsJsonAsync("/emulator/clock", new { advance = "00:00:01" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Noon, (DateTimeOffset)(await emulator.Http.GetFromJsonAsync<JsonNode>("/emulator/clock"))!["now"]!);
    }

    [Theory]
    [InlineData("192.168.1.7", 403)]
    [InlineData(null, 403)]
    [InlineData("::ffff:127.0.0.1", 400)] // gets as far as the empty body
    public async Task Advance_ByCaller_IsForThisMachineOnly(string? caller, int expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        var clock = new ClockEndpoint(new EmulatorOptions { AdvanceClock = _ => throw new InvalidOperationException("The clock was moved.") });

        await clock.Advance(context);

        Assert.Equal(expected, context.Response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authorize_TestClock_ShowsBeijingTimeOnlyThen(bool testClock)
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock);
        var page = await emulator.Http.GetStringAsync(EmulatorUnderTest.Authorize());
        Assert.Equal(testClock, page.Contains("测试时钟：2026-03-05 12:00:00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("24:00:00", 86_400)]
    [InlineData("1.00:00:00", 86_400)]
    [InlineData("00:05:00", 300)]
    [InlineData("9600:00:00", 34_560_000)]
    public void Parse_Step_IsItsSeconds(string text, int seconds)
    {
        Assert.Null(ClockStep.Parse(text, out var step));
        Assert.Equal(TimeSpan.FromSeconds(seconds), step);
    }

    [Theory]
    [InlineData("9600:00:01")]
    [InlineData("999999.999999:59:59")]
    [InlineData("9999999.00:00:00")]
    [InlineData("00:60:00")]
    public void Parse_TooFarOrMalformed_IsAnError(string text) => Assert.NotNull(ClockStep.Parse(text, out _));
}
