using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Book = Engagement.Grains.Rankings.Boards;

namespace Engagement.Web.Boards;

/// <summary>The album: what units gave, the longest chains, and people who chose to be shown.</summary>
public sealed class BoardsController(
    BoardBook book, Names names, Calls calls, ActWaits waits, ICampaignClock clock, IOptions<BoardOptions> options, IStringLocalizer<Texts> texts) : PageController
{
    private const int Lines = 20;

    /// <summary>A board; the reader's own line is marked, with its neighbours when it is further down.</summary>
    [HttpGet("/boards/{board?}")]
    public async Task<IActionResult> Index(string? board, string? period)
    {
        if (book.IsOff)
        {
            return Panel(StateKind.SwitchedOff, way: "/");
        }

        var which = board ?? Book.District;
        if (!book.Boards.Contains(which))
        {
            return Missing();
        }

        var when = Enum.TryParse<BoardPeriod>(period, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : BoardPeriod.Week;
        var span = Enum.Parse<Period>(when.ToString());
        var top = await book.Top(which, span, Lines, Me);
        var near = Me.IsNone ? [] : (await book.Around(which, span, Me)).Entries;
        var rows = Rows(which, top.Entries);
        var around = rows.Any(row => row.Mine) ? [] : Rows(which, near);
        return View(new BoardsPage(which, [.. book.Boards.Select(key => new Choice(key, texts["Boards.Of." + key]))], when, rows, around,
            rows.Concat(around).FirstOrDefault(row => row.Mine), top.Total, clock.UtcNow, await Invite(which))
            {
                LeastCouriers = options.Value.LeastCouriers,
                Wait = Book.IsOfActs(which) ? await waits.Now() : null,
            });
    }

    private BoardRow[] Rows(string board, IEnumerable<BoardEntry> entries) => [.. entries.Select(entry => new BoardRow(
        entry.Rank, entry.Name, Note(board, entry), board == Book.ActRate ? (long)Math.Round(entry.PerHundred * 10 ?? 0) : entry.Count, entry.Mine,
        board == Book.Chain ? $"/r/{entry.Id}/chain" : null,
        board == Book.ActRate ? entry.PerHundred?.ToString("N1", CultureInfo.InvariantCulture) ?? "–" : Book.IsOfHours(board) ? Hours.HourWords.Hours((int)entry.Count) : null))];

    private string? Note(string board, BoardEntry entry) => entry.Volunteers is { } volunteers
        ? texts["Boards.NoteHours", Weaving.Count(volunteers), Hours.HourWords.Hours((int)(entry.Count / Math.Max(1, volunteers)))]
        : entry.Couriers is not { } couriers ? names.Note(board, entry.Id)
        : board == Book.ActRate ? texts["Boards.NoteRate", Weaving.Count(entry.Count), Weaving.Count(couriers)]
        : texts["Boards.NoteActs", Weaving.Count(couriers)];

    private async Task<BoardInvite> Invite(string board) =>
        Me.IsNone || await calls.Participant(Me, me => me.Self()) is not { Profile: { } profile } ? BoardInvite.None : board switch
        {
            Book.District or Book.HoursByDistrict when profile.Units.District is null => BoardInvite.Place,
            Book.Community when profile.Units.Community is null => BoardInvite.Place,
            Book.Organisation or Book.Hours when profile.Units.Organisation is null => BoardInvite.Unit,
            Book.Company when profile.Units.Company is null => BoardInvite.Unit,
            Book.HoursByVolunteer when !profile.OnHoursBoard => BoardInvite.Volunteer,
            Book.Person when !profile.OnBoards => BoardInvite.Person,
            Book.ActsByCourier when profile is { OnCourierBoard: false, Units.Company: not null } => BoardInvite.Courier,
            _ => BoardInvite.None,
        };
}
