using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Boards;
using Engagement.Web.Journeys;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Stage = Engagement.Grains.Roses.RoseStage;

namespace Engagement.Web.Roses;

/// <summary>The way of a rose, for anyone who has its id: names only of those who allow it.</summary>
public sealed class ChainController(RoseReader roses, RoseStages stages, PeopleReader people, Names names, JourneyBook journeys) : PageController
{
    private const int Page = 50;

    /// <summary>The vine, and people fifty at a time; <c>link=old</c> brings those whose link opens nothing.</summary>
    [HttpGet("/r/{id}/chain")]
    public async Task<IActionResult> Show(string id, int after = 0, string? link = null)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { } state || after < 0)
        {
            return Missing();
        }

        var with = (int)await roses.People(state);
        var hops = await roses.Hops(state, after, Page);
        var seen = await people.Read(hops.Select(hop => hop.To).Append(state.Sender));
        var mine = hops.Where(hop => hop.From == Me || hop.To == Me && !hop.Letter.Anonymous).SelectMany(hop => new[] { hop.From, hop.To }).Append(Me);
        var met = Me.IsNone ? new Dictionary<ParticipantId, string>() : await people.NamesFor(mine.Distinct().Where(id => !id.IsNone));
        PublicPerson Known(ParticipantId id) => met.TryGetValue(id, out var name) ? seen[id] with { Name = name } : seen[id];
        var first = seen[state.Sender].Station ? 0 : 1; // a station is no person of the chain
        var items = hops.Select(hop => Person(hop.To, hop.Number + first, hop.At, Known)).ToList();
        if (after == 0)
        {
            var sender = Person(state.Sender, first, state.BornAt, Known);
            items.Insert(0, state.Anonymous && state.Sender != Me ? sender with { Name = null, District = null } : sender with { Seed = state.Paper?.Seed is not null });
        }

        var last = hops.Count == 0 ? after : hops[^1].Number;
        var days = (Day(state.Latest?.At ?? state.BornAt) - Day(state.BornAt)).Days + 1;
        return View("/Roses/Chain.cshtml", new ChainPage(id, with, state.Hops, days, items.Find(item => item.Me)?.Place, items,
            last < state.Hops ? last.ToString(CultureInfo.InvariantCulture) : null, after == 0)
        {
            Journey = after == 0 ? await journeys.Of(state) : null,
            OldLink = link == "old" && stages.Of(state) is (Stage.Offered or Stage.OfferedOn),
        });
    }

    private static DateTime Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).Date;

    private ChainPerson Person(ParticipantId id, int place, long at, Func<ParticipantId, PublicPerson> known) => new(
        place, known(id).Name, names.District(known(id).District), DateTimeOffset.FromUnixTimeMilliseconds(at), id == Me, known(id).Departed)
    {
        Station = known(id).Station,
    };
}
