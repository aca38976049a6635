using Engagement.Contracts;

namespace Engagement.Grains.Roses;

/// <summary>Where an own text is in moderation.</summary>
public enum TextState
{
    /// <summary>There is none, or it passed.</summary>
    Shown = 0,

    /// <summary>Waits for a moderator; the preset shows.</summary>
    Held,

    /// <summary>Refused by a moderator; the preset shows for good.</summary>
    Refused,
}

/// <summary>What an offer says.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.rose.letter")]
public sealed class Letter
{
    /// <summary>Reason id of the catalogue.</summary>
    [Id(0)] public string Reason { get; set; } = "";

    /// <summary>The preset that shows, or would show while an own text waits.</summary>
    [Id(1)] public string Preset { get; set; } = "";

    /// <summary>Own text, sealed (<see cref="Storage.CellKeys.Seal"/>); null with a preset.</summary>
    [Id(2)] public byte[]? Text { get; set; }

    /// <summary>Whether the own text may show.</summary>
    [Id(3)] public TextState TextState { get; set; }

    /// <summary>The giver is hidden from the taker.</summary>
    [Id(4)] public bool Anonymous { get; set; }

    /// <summary>Unix milliseconds at which own words were written; 0 without.</summary>
    [Id(5)] public long WrittenAt { get; set; }

    /// <summary>How it addresses its reader, sealed; shown when an own text may show.</summary>
    [Id(6)] public byte[]? Addressee { get; set; }

    /// <summary>Unix milliseconds at which own words that had waited were passed or refused; 0 before.</summary>
    [Id(7)] public long DecidedAt { get; set; }

    /// <summary>What WeChat's check made of own words, for the moderator (100 nothing, 10001 advertisement ...); 0 for nothing said.</summary>
    [Id(8)] public int Label { get; set; }

    /// <summary>Own words passed the local lists and wait for WeChat's check alone: its pass releases them.</summary>
    [Id(9)] public bool Checking { get; set; }
}

/// <summary>The units of a giver at the moment of a claim: exactly these are counted, and negated by a void.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.rose.attribution")]
public sealed record Attribution(
    [property: Id(0)] string? District = null, [property: Id(1)] string? Community = null,
    [property: Id(2)] string? Organisation = null, [property: Id(3)] string? Company = null);
