using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Campaigns;

/// <summary>When the campaign runs. Section "Campaign", beside its id.</summary>
public sealed class CampaignOptions
{
    /// <summary>First instant. Seconds since then decide ties on boards: never change it once roses are given, and stay within two years of it.</summary>
    [Required] public DateTimeOffset Start { get; set; } = new(2026, 1, 1, 0, 0, 0, ShanghaiDay.Offset);

    /// <summary>Last instant: from then on the campaign is an archive. Default two years after the default start.</summary>
    [Required] public DateTimeOffset End { get; set; } = new(2028, 1, 1, 0, 0, 0, ShanghaiDay.Offset);

    /// <summary>The host is an administrative body: boards never list persons (LB-06).</summary>
    public bool GovernmentMode { get; set; }

    /// <summary>Whether roses can be given and taken at an instant.</summary>
    public bool IsOpen(DateTimeOffset now) => now >= Start && now < End;

    /// <summary>Whole seconds since the start, within the 26 bits of a board's score.</summary>
    public int SecondOf(DateTimeOffset now) => (int)Math.Clamp((now - Start).TotalSeconds, 0, (1 << 26) - 1);
}
