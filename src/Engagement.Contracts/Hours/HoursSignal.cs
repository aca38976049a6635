namespace Engagement.Contracts;

/// <summary>What makes somebody look at hours (VH-22). A signal is a question, not a finding. The numbers are stored.</summary>
public enum HoursSignal
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>More than 12 hours on one day were attempted.</summary>
    LongDay = 1,

    /// <summary>One person entered more than 30 % of an organisation's minutes by hand.</summary>
    OneAdmin = 2,

    /// <summary>50 or more entries of an activity are equal to the second.</summary>
    SameSeconds = 3,

    /// <summary>The activity was created after its end.</summary>
    LateCreated = 4,

    /// <summary>Somebody was in two districts at once.</summary>
    TwoPlaces = 5,

    /// <summary>One person entered many hours by hand within an hour of the night.</summary>
    NightBurst = 6,

    /// <summary>Make-up entries are more than 20 % of an organisation's minutes.</summary>
    MakeUpShare = 7,
}
