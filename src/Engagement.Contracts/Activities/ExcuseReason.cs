namespace Engagement.Contracts;

/// <summary>Why somebody can't come, in one tap and without a story: life happens. The numbers are stored.</summary>
public enum ExcuseReason
{
    /// <summary>None given.</summary>
    None = 0,

    /// <summary>Not well.</summary>
    Ill = 1,

    /// <summary>Something in the family.</summary>
    Family = 2,

    /// <summary>Work or school.</summary>
    Work = 3,

    /// <summary>Weather or traffic.</summary>
    Way = 4,

    /// <summary>Something else.</summary>
    Other = 5,
}
