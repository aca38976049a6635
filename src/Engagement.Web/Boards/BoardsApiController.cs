using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Boards;

/// <summary>Boards: what units gave, chains by people, persons who opted in.</summary>
[Route("/api/v1/boards")]
public sealed class BoardsApiController(BoardBook book) : ApiController
{
    /// <summary>The catalogue of boards.</summary>
    [HttpGet]
    public IActionResult Catalogue() => Ok(new { boards = book.Boards.Select(board => new { id = board, periods = new[] { "day", "week", "all" } }) });

    /// <summary>A board's lines; with <c>around=me</c> those around the signed-in person's own unit, rose or line.</summary>
    [HttpGet("{board}")]
    public async Task<IActionResult> Show(string board, string period = "all", int take = 20, string? around = null)
    {
        if (book.IsOff)
        {
            return Refuse(Outcome.SwitchedOff);
        }

        if (!book.Boards.Contains(board))
        {
            return Refuse(Outcome.NotFound);
        }

        if (!InputRules.IsName<Period>(period, out var which))
        {
            return Refuse(Outcome.Invalid, "period", "must be day, week or all");
        }

        if (take is < 1 or > 100)
        {
            return Refuse(Outcome.Invalid, "take", "must be from 1 to 100");
        }

        if (around is not (null or "me"))
        {
            return Refuse(Outcome.Invalid, "around", "must be me");
        }

        if (around is null)
        {
            return Ok(await book.Top(board, which, take));
        }

        return Me.IsNone ? Refuse(Outcome.SignInRequired) : Ok(await book.Around(board, which, Me));
    }
}
