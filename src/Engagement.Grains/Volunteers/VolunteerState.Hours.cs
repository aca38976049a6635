using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerState
{
    /// <summary>Sum of the entries.</summary>
    [Id(30)] public HourTotals Hours { get; set; } = new();

    /// <summary>Hash of the newest entry, in hexadecimal: the end of the chain. Empty before the first.</summary>
    [Id(31)] public string Head { get; set; } = "";

    /// <summary>Entries that wait for a reviewer.</summary>
    [Id(32)] public List<HeldEntry> Held { get; set; } = [];

    /// <summary>Activities whose organisers were asked to settle, latest last; at most <see cref="NudgesKept"/>.</summary>
    [Id(33)] public List<Nudge> Nudges { get; set; } = [];

    /// <summary>Nudges remembered.</summary>
    public const int NudgesKept = 20;

    private IEnumerable<Effect> HoursDerived() =>
    [
        .. Held.Select(held => new Index(HourEffects.Held(held.District), HourEffects.Member(held.Entry), held.At)),
        .. Nudges.Select(nudge => new Index(HourEffects.Nudges(nudge.Activity), OpaqueId.Bytes(Id.Value), nudge.Day)),
    ];
}
