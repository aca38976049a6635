using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Imports;

/// <summary>Limits of uploads of hours. Section "Imports".</summary>
public sealed class ImportOptions
{
    /// <summary>Rows of one upload at most. Default 100,000.</summary>
    [Range(1, 200_000)] public int RowsPerImport { get; set; } = 100_000;

    /// <summary>Bytes of one file at most. Default 40,000,000.</summary>
    [Range(1_000, 100_000_000)] public int BytesPerImport { get; set; } = 40_000_000;

    /// <summary>Days after which an upload that nobody approved is emptied. Default 14.</summary>
    [Range(1, 90)] public int KeepDays { get; set; } = 14;

    /// <summary>Days for which a row waits for its volunteer's word; then it counts for nothing and is emptied. Default 90.</summary>
    [Range(1, 365)] public int ConfirmDays { get; set; } = 90;

    /// <summary>A format of files other than the one inside the program, like <c>infra/volunteer-mapping.json</c>; empty for that one.</summary>
    public string Mapping { get; set; } = "";
}
