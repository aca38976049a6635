namespace Engagement.Contracts;

/// <summary>What an entry of hours is. The numbers are stored.</summary>
public enum EntryKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A shift that was attended, as the activity settled it.</summary>
    Attended = 1,

    /// <summary>补录: proposed, approved by somebody else, confirmed by the volunteer.</summary>
    MakeUp = 2,

    /// <summary>Taken in from another system.</summary>
    Imported = 3,

    /// <summary>Adds to or takes from an earlier entry, within what that one counted.</summary>
    Offset = 4,

    /// <summary>A reviewer let a held entry count, as far as nothing else counts at that time.</summary>
    Released = 5,

    /// <summary>A reviewer decided that a held entry does not count.</summary>
    NotReleased = 6,
}
