using Engagement.Contracts;

namespace Engagement.Grains.Control;

/// <summary>A preset letter in other words than the seed's. Never changed: whoever chose it is read as they chose.</summary>
/// <param name="Id">The preset's id, a dot and a number from 2: no seeded id has a dot.</param>
/// <param name="Preset">Id of the seed.</param>
/// <param name="Words">Chinese and English.</param>
/// <param name="At">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.control.wording")]
public sealed record PresetWording(
    [property: Id(0)] string Id, [property: Id(1)] string Preset, [property: Id(2)] PresetWords Words, [property: Id(3)] long At)
{
    /// <summary>As the catalogue offers it.</summary>
    public Phrase Phrase => new() { Id = Id, Zh = Words.Zh, En = Words.En };
}
