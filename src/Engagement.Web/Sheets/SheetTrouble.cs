namespace Engagement.Web.Sheets;

/// <summary>Why a file could not be read at all.</summary>
public enum SheetTrouble
{
    /// <summary>It could.</summary>
    None = 0,

    /// <summary>No file, or one without rows.</summary>
    Empty,

    /// <summary>More bytes or rows than one upload takes.</summary>
    TooLarge,

    /// <summary>The first line lacks a column that has to be there.</summary>
    NoColumn,

    /// <summary>The workbook format of before 2007.</summary>
    OldExcel,

    /// <summary>Neither CSV nor a workbook.</summary>
    Unreadable,
}
