namespace Engagement.Contracts;

/// <summary>The words of a preset letter; empty ones are what the seed says.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
[GenerateSerializer, Immutable, Alias("eng.control.words")]
public sealed record PresetWords([property: Id(0)] string Zh, [property: Id(1)] string En)
{
    /// <summary>As seeded.</summary>
    public bool IsSeeded => Zh.Length == 0 && En.Length == 0;
}
