namespace Engagement.Grains.Campaigns;

/// <summary>Where China's public holidays are read from. Section "Calendar".</summary>
public sealed class CalendarOptions
{
    /// <summary>A file like <c>infra/china/holidays.json</c>, for a year that came after this release; empty: the one inside the program.</summary>
    public string File { get; set; } = "";
}
