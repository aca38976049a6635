namespace Engagement.Contracts;

/// <summary>How well an act is attested (CA-03). The numbers are stored. Only E1 and above scores, only E2 and above may enter the civic-behaviour record.</summary>
public enum EvidenceLevel
{
    /// <summary>The courier's own word.</summary>
    E0 = 0,

    /// <summary>Whoever was helped confirmed it, by a rose or by its code.</summary>
    E1 = 1,

    /// <summary>A reviewer accepted it.</summary>
    E2 = 2,

    /// <summary>Two independent sources: a second reviewer agreed to a police or 12345 case or another witness.</summary>
    E3 = 3,
}
