using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.WeChat.Emulator.Clock;

/// <summary>How far the test clock is to be moved: <c>[days.]hours:minutes:seconds</c>, forward, at most 400 days at a time.</summary>
internal static partial class ClockStep
{
    /// <summary>Longest step, in days: over a year, so that a yearly rule can be seen.</summary>
    public const int LongestDays = 400;

    /// <summary>Reads a step; returns what is wrong with it, or null.</summary>
    /// <remarks>Not <see cref="TimeSpan.Parse(string)"/>, to which "24:00:00" means twenty-four days.</remarks>
    public static string? Parse(string? text, out TimeSpan step)
    {
        step = default;
        if (text is null || Form().Match(text.Trim()) is not { Success: true } form)
        {
            return "advance 须写作 时:分:秒 或 天.时:分:秒，例如 \"24:00:00\"。";
        }

        if (form.Groups["minus"].Success)
        {
            return "时间只能向前拨，advance 不能为负。";
        }

        step = new TimeSpan(Number(form, "days"), Number(form, "hours"), Number(form, "minutes"), Number(form, "seconds"));
        return step > TimeSpan.FromDays(LongestDays) ? $"一次最多向前拨 {LongestDays} 天。" : null;
    }

    private static int Number(Match form, string group) =>
        form.Groups[group] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?<minus>-)?(?:(?<days>[0-9]{1,6})\.)?(?<hours>[0-9]{1,6}):(?<minutes>[0-5][0-9]):(?<seconds>[0-5][0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
