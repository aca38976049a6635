namespace Engagement.Rig.History;

/// <summary>What a client asked of the city. Each kind touches the objects that it names.</summary>
internal enum OperationKind
{
    /// <summary>Gives a rose. Rose and allowance.</summary>
    Send,

    /// <summary>Takes a rose. Rose.</summary>
    Claim,

    /// <summary>Offers a held rose on. Rose.</summary>
    Offer,

    /// <summary>Takes an open offer back. Rose, and the allowance when nobody ever took it.</summary>
    Withdraw,

    /// <summary>An operator voids a rose. Rose.</summary>
    Void,

    /// <summary>Gives a bouquet. Bouquet and allowance.</summary>
    SendBouquet,

    /// <summary>Takes a share. Bouquet, and the roses that are born.</summary>
    ClaimShare,

    /// <summary>An operator grants roses for bouquets. Allowance.</summary>
    Grant,

    /// <summary>Looks at a rose. Rose.</summary>
    ReadRose,

    /// <summary>Looks at one's own allowance. Allowance.</summary>
    ReadAllowance,

    /// <summary>Looks at a bouquet. Bouquet.</summary>
    ReadBouquet,

    /// <summary>Moves a test clock forward. No object: says what day it was for the others.</summary>
    Advance,
}
