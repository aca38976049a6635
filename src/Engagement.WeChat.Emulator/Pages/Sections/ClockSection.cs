using System.Globalization;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>The time, and the buttons that move it.</summary>
internal static class ClockSection
{
    public static string Render(EmulatorOptions options)
    {
        var now = options.UtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var time = $"<p class=\"time\"><span>北京时间</span> <time data-live=\"clock\">{now}</time></p>";
        return options.AdvanceClock is null ? $"<div class=\"clockbar\">{time}</div>" : $"""
            <form class="clockbar test" method="post" action="/emulator">
            <input type="hidden" name="do" value="clock">{time}
            <div class="buttons"><button class="small" name="advance" value="00:01:00">+1 分</button><button class="small" name="advance" value="01:00:00">+1 小时</button><button class="small" name="advance" value="24:00:00">+1 天</button></div>
            </form>
            """;
    }
}
