namespace Engagement.Contracts;

/// <summary>What volunteers are warned of, each with an icon of its own. The numbers are stored.</summary>
[Flags]
public enum ActivityRisks
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>Beside or on the road.</summary>
    Traffic = 1,

    /// <summary>Sun and heat.</summary>
    Heat = 2,

    /// <summary>Rain, wind, slippery ground.</summary>
    Weather = 4,

    /// <summary>At or on the water.</summary>
    Water = 8,

    /// <summary>Ladders and heights.</summary>
    Height = 16,

    /// <summary>Lifting and carrying.</summary>
    Lifting = 32,

    /// <summary>Sharp tools and machines.</summary>
    Tools = 64,

    /// <summary>Dense crowds.</summary>
    Crowd = 128,

    /// <summary>In the dark.</summary>
    Night = 256,

    /// <summary>Contact with the sick.</summary>
    Infection = 512,

    /// <summary>All of them.</summary>
    All = Traffic | Heat | Weather | Water | Height | Lifting | Tools | Crowd | Night | Infection,
}
