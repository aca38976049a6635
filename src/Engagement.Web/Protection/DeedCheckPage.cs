namespace Engagement.Web.Protection;

/// <summary>What was checked.</summary>
public enum DeedProof
{
    /// <summary>The link on the letter: the city's own record.</summary>
    Link = 0,

    /// <summary>A sheet, byte by byte.</summary>
    Sheet,

    /// <summary>A signed letter.</summary>
    Token,
}

/// <summary>Where letters are checked.</summary>
/// <param name="KeyId">Number of the city's key.</param>
/// <param name="Failed">What was sent is not as the city signed it.</param>
public sealed record DeedCheckPage(string KeyId, bool Failed = false);

/// <summary>A letter that was checked.</summary>
/// <param name="Deed">The letter; without claims when it counts no longer.</param>
/// <param name="Proof">What was checked.</param>
/// <param name="KeyId">Number of the city's key.</param>
/// <param name="Way">Its page.</param>
public sealed record DeedCheckedPage(DeedView Deed, DeedProof Proof, string KeyId, string Way);
