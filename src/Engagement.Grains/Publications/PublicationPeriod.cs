using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;

namespace Engagement.Grains.Publications;

/// <summary>A period whose boards are published: a week by its Monday, or the whole campaign. Days are not: their boards move on before a freeze ends.</summary>
public readonly record struct PublicationPeriod
{
    private PublicationPeriod(int monday) => Monday = monday;

    /// <summary>The campaign.</summary>
    public static readonly PublicationPeriod All;

    /// <summary>The week's first day, like 20261123; 0 for the campaign.</summary>
    public int Monday { get; }

    /// <summary>Whether it is the whole campaign.</summary>
    public bool IsAll => Monday == 0;

    /// <summary>The week of a Shanghai day.</summary>
    public static PublicationPeriod WeekOf(int day) => new(ShanghaiDay.WeekOf(day));

    /// <summary>Reads <c>all</c> or <c>w</c> and a Monday; false for anything else.</summary>
    public static bool TryParse(string? text, out PublicationPeriod period)
    {
        period = default;
        if (text == "all")
        {
            return true;
        }

        if (text is not ['w', .. var digits] || digits.Length != 8
            || !DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.DayOfWeek != DayOfWeek.Monday)
        {
            return false;
        }

        period = new(int.Parse(digits, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The first instant.</summary>
    public DateTimeOffset From(CampaignOptions campaign) => IsAll || FirstOfWeek < campaign.Start ? campaign.Start : FirstOfWeek;

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset Until(CampaignOptions campaign) => IsAll || FirstOfWeek.AddDays(7) > campaign.End ? campaign.End : FirstOfWeek.AddDays(7);

    /// <summary>The week after this one.</summary>
    public PublicationPeriod Next => WeekOf(ShanghaiDay.Of(FirstOfWeek.AddDays(7)));

    /// <summary>The key of a board in this period.</summary>
    public string KeyOf(string board) => IsAll ? Boards.Whole(board) : Boards.Week(board, Monday);

    /// <inheritdoc/>
    public override string ToString() => IsAll ? "all" : string.Create(CultureInfo.InvariantCulture, $"w{Monday}");

    private DateTimeOffset FirstOfWeek => ShanghaiDay.End(Monday).AddDays(-1);
}
