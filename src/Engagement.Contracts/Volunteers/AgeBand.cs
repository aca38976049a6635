namespace Engagement.Contracts;

/// <summary>How old a volunteer is on a Shanghai day, as coarse as the rules need it (VH-02); the birth date itself leaves the record never.</summary>
public enum AgeBand
{
    /// <summary>No birth date is known.</summary>
    Unknown = 0,

    /// <summary>Below 8: serves only inside a guardian's account.</summary>
    Under8 = 1,

    /// <summary>8 to 13: a guardian's consent, and somebody who comes along.</summary>
    Under14 = 2,

    /// <summary>14 to 17: a guardian's consent.</summary>
    Under18 = 3,

    /// <summary>18 and older.</summary>
    Adult = 4,
}
