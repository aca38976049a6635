using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Roses;

/// <summary>What anyone with a rose's id sees: plain reads, no grain.</summary>
[Route("/api/v1/roses")]
public sealed class ChainApiController(RoseReader roses, RoseStages stages, PeopleReader people) : ApiController
{
    private const int Page = 50;

    /// <summary>State, distinct people and hops.</summary>
    [HttpGet("{roseId}")]
    public async Task<IActionResult> Show(string roseId) => RoseId.TryParse(roseId, out var id) && await roses.ReadWithPeople(id) is var (rose, with)
        ? Ok(new RoseAnswer(stages.Of(rose).ToString(), with, rose.Hops))
        : Refuse(Outcome.NotFound);

    /// <summary>Hops after a number, 50 at a time.</summary>
    [HttpGet("{roseId}/hops")]
    public async Task<IActionResult> Hops(string roseId, int after = 0)
    {
        if (!RoseId.TryParse(roseId, out var id) || await roses.Read(id) is not { } rose)
        {
            return Refuse(Outcome.NotFound);
        }

        if (after < 0)
        {
            return Refuse(Outcome.Invalid, "after", "must not be negative");
        }

        var hops = await roses.Hops(rose, after, Page);
        var seen = await people.Read(hops.SelectMany(hop => new[] { hop.From, hop.To }));
        var last = hops.Count == 0 ? after : hops[^1].Number;
        return Ok(new HopsAnswer([.. hops.Select(hop => Answer(hop, seen))], last < rose.Hops ? last : null));
    }

    private static HopAnswer Answer(Hop hop, IReadOnlyDictionary<ParticipantId, PublicPerson> people) => new(
        hop.Number, DateTimeOffset.FromUnixTimeMilliseconds(hop.At),
        hop.Letter.Anonymous ? null : people[hop.From].Name, hop.Letter.Anonymous ? null : hop.Giver.District, people[hop.To].Name, people[hop.To].District, hop.Letter.Reason);
}
