using Engagement.Contracts;
using Engagement.Web.Shared;
using Engagement.Web.Sheets;

namespace Engagement.Web.Imports;

/// <summary>Uploads of hours.</summary>
/// <param name="Units">Organisations whose hours the reader may bring in.</param>
/// <param name="Formats">How files may be written.</param>
/// <param name="Waiting">What waits for the reader's approval.</param>
/// <param name="Mine">The organisations' latest uploads.</param>
public sealed record ImportsPage(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Formats, IReadOnlyList<ImportRowView> Waiting, IReadOnlyList<ImportRowView> Mine)
{
    /// <summary>Why the last file could not be read.</summary>
    public SheetTrouble Trouble { get; init; }

    /// <summary>Rows of one file at most, for the hint.</summary>
    public int Most { get; init; }

    /// <summary>What was chosen in the form.</summary>
    public HourUploadForm Form { get; init; } = new();

    public string Command { get; init; } = CommandKey.New();
}

/// <summary>An upload in a list.</summary>
/// <param name="Import">How far it is.</param>
/// <param name="Organisation">The organisation's name.</param>
public sealed record ImportRowView(HourImportView Import, string Organisation)
{
    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(Import.At);

    /// <summary>Rows without a fault.</summary>
    public int Good => Import.Counts.Rows - Import.Counts.Faults;
}

/// <summary>An upload.</summary>
/// <param name="Row">It.</param>
/// <param name="Faults">The first faulty rows; the file has them all.</param>
/// <param name="Stages">Its rows by what their volunteers said.</param>
/// <param name="CanAsk">The reader may ask for its approval.</param>
/// <param name="CanDecide">The reader may approve or refuse it.</param>
public sealed record HourImportPage(
    ImportRowView Row, IReadOnlyList<RowFault> Faults, IReadOnlyDictionary<HourRowStage, long> Stages, bool CanAsk, bool CanDecide)
{
    /// <summary>Faults shown.</summary>
    public const int Shown = 100;
}

/// <summary>What an upload's form sends besides the file.</summary>
/// <param name="Organisation">Who takes it in.</param>
/// <param name="Format">How the file is written.</param>
/// <param name="System">The other system's name, where neither format nor rows say it.</param>
public sealed record HourUploadForm(string? Organisation = null, string? Format = null, string? System = null);
