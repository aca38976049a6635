namespace Engagement.Contracts;

/// <summary>How an entry of hours came about: the two classes are never mixed where they are shown. The numbers are stored.</summary>
public enum HourClass
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>信用时数: counted by the server from check-in and check-out.</summary>
    Credit = 1,

    /// <summary>荣誉时数: entered afterwards by two people and confirmed by the volunteer, or imported.</summary>
    Honour = 2,
}
