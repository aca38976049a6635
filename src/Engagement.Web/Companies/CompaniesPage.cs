using Engagement.Contracts;
using Engagement.Web.Sheets;
using Engagement.Web.Shared;

namespace Engagement.Web.Companies;

/// <summary>The companies that somebody looks after.</summary>
public sealed record CompaniesPage(IReadOnlyList<CompanyRow> Rows, long Pool);

/// <summary>A company.</summary>
/// <param name="Id">Company id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Listed">Numbers on its roster.</param>
/// <param name="Enrolled">Couriers who confirmed.</param>
public sealed record CompanyRow(string Id, string Name, long Listed, long Enrolled);

/// <summary>A company's roster.</summary>
/// <param name="Company">It.</param>
/// <param name="JoinCode">What its couriers type.</param>
/// <param name="Rows">A page of the roster.</param>
/// <param name="Skip">Rows before this page.</param>
/// <param name="Imports">Latest uploads.</param>
/// <param name="Found">What was looked for by number: null for no search.</param>
/// <param name="Trouble">Why the last file could not be read.</param>
public sealed record RosterPage(
    CompanyRow Company, string JoinCode, IReadOnlyList<RosterLine> Rows, int Skip, IReadOnlyList<ImportView> Imports, RosterSearch? Found = null, SheetTrouble Trouble = SheetTrouble.None)
{
    /// <summary>Rows of a page.</summary>
    public const int Each = 50;

    /// <summary>Rows of one upload at most, for the hint.</summary>
    public int Most { get; init; }

    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A row of the roster.</summary>
/// <param name="Phone">What removing it sends.</param>
/// <param name="Row">What the company wrote.</param>
public sealed record RosterLine(string Phone, RosterView Row);

/// <summary>A number that was looked for.</summary>
/// <param name="Line">Its row; null when the company doesn't list it, or it is no number.</param>
public sealed record RosterSearch(RosterLine? Line);

/// <summary>An upload.</summary>
public sealed record ImportPage(CompanyRow Company, ImportView Import)
{
    /// <summary>Faults shown; the file has them all.</summary>
    public const int Shown = 100;
}

/// <summary>A company's keys.</summary>
/// <param name="Company">It.</param>
/// <param name="Keys">Newest first.</param>
/// <param name="Fresh">A key that was just made; null otherwise.</param>
/// <param name="Secret">Its secret, shown this once.</param>
/// <param name="Fault">The note was not right, or five keys are in use.</param>
public sealed record KeysPage(CompanyRow Company, IReadOnlyList<CompanyKey> Keys, string? Fresh = null, string? Secret = null, bool Fault = false)
{
    public string Command { get; init; } = CommandKey.New();
}
