namespace Engagement.Web.Companies;

/// <summary>Why a file could not be read as a roster at all.</summary>
public enum RosterTrouble
{
    /// <summary>It could.</summary>
    None = 0,

    /// <summary>No file, or one without rows.</summary>
    Empty,

    /// <summary>More bytes or rows than one upload takes.</summary>
    TooLarge,

    /// <summary>The first line names no column of mobile numbers.</summary>
    NoPhoneColumn,

    /// <summary>The workbook format of before 2007.</summary>
    OldExcel,

    /// <summary>Neither CSV nor a workbook.</summary>
    Unreadable,
}
