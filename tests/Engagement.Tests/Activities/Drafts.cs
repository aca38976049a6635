using Engagement.Contracts;

namespace Engagement.Tests.Activities;

/// <summary>Drafts that hold everything.</summary>
internal static class Drafts
{
    public static ActivityDraft Of(params Shift[] shifts) => new(Details, shifts, "门禁 2468，电话 13800000000");

    public static readonly ActivityDetails Details = new("东湖清滩", "440703", "东湖公园南门", "沿湖捡拾垃圾，分类装袋", "能走两公里，自带水", "陈站长", "湖边路滑", "有人带队，备急救包",
        ActivityRisks.Water | ActivityRisks.Weather, "environment");

    /// <summary>A shift so many hours after noon.</summary>
    public static Shift Shift(DateTimeOffset noon, double from, double to, int places, int number = 0) =>
        new(noon.AddHours(from).ToUnixTimeMilliseconds(), noon.AddHours(to).ToUnixTimeMilliseconds(), places, number);
}
