namespace Engagement.Contracts;

/// <summary>What an operator may change while the campaign runs (OP-02, OP-03). The numbers are stored. An empty value is what the configuration or the seed says.</summary>
public enum ControlField
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Giving roses, passing them on, bouquets: <c>off</c> stops it.</summary>
    Sending = 1,

    /// <summary>Taking roses, shares and codes of paper: <c>off</c> stops it.</summary>
    Claiming = 2,

    /// <summary>Showing boards: <c>off</c> stops it. Counting goes on.</summary>
    Boards = 3,

    /// <summary>The campaign itself: <c>closed</c> closes it before its end.</summary>
    Campaign = 4,

    /// <summary>Roses a person may give a day, 1 to 100. Holds from the next Shanghai day on; days that were keep theirs.</summary>
    Allowance = 5,

    /// <summary>A line on top of every page, in Chinese; at most 60 characters.</summary>
    Notice = 6,

    /// <summary>The same line in English; at most 120 characters.</summary>
    NoticeEnglish = 7,

    /// <summary>Taking photos in: <c>off</c> stops it. What is there is shown to whom it was.</summary>
    Photos = 8,

    /// <summary>One unit, by <see cref="ControlUnit"/>: <c>off</c> freezes it. Nothing new counts for it and it issues nothing; reads go on.</summary>
    Unit = 9,

    /// <summary>The words of one preset letter, by its id: the id of the wording that is offered instead of the seeded one.</summary>
    Preset = 10,
}
