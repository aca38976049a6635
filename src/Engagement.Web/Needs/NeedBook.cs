using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Needs;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Shared;
using Engagement.Web.Teams;

namespace Engagement.Web.Needs;

/// <summary>Makes what the pages of orders show. Words open only while the requester's account is open.</summary>
public sealed class NeedBook(NeedReader needs, PeopleReader people, SeededCatalogue catalogue, TeamBook teams, Names names, CellKeys keys)
{
    /// <summary>A person's orders and an empty form, or one with what was filled in.</summary>
    public async Task<NeedsPage> Mine(ParticipantId me, NeedForm form, Receipt? refusal = null) => new(
        await Rows(await needs.Of(me)), [.. catalogue.Reference.Districts.Select(district => new Choice(district.Code, names.District(district.Code)!))],
        form, refusal?.Field, refusal?.Outcome == Outcome.TextRefused);

    /// <summary>The console's lists.</summary>
    /// <param name="districts">Of the reader as reviewer: null for all.</param>
    /// <param name="organisations">That the reader runs, teams among them.</param>
    public async Task<NeedsDeskPage> Desk(IReadOnlyList<string>? districts, IReadOnlyList<string> organisations)
    {
        var ours = (await Task.WhenAll(organisations.Select(needs.At))).SelectMany(at => at).OrderByDescending(need => need.OrderedAt);
        return new(await Rows(await needs.Queue(districts)), await Rows([.. ours]));
    }

    /// <summary>One order.</summary>
    /// <param name="need">Which.</param>
    /// <param name="own">The reader asked for it: only they read why it was rejected.</param>
    /// <param name="contact">The reader may know how to reach the requester.</param>
    public async Task<NeedPage> Page(NeedState need, bool own, bool contact)
    {
        var salt = await people.Salt(need.Requester);
        return new(Row(need, salt), Open(need.Text, salt), contact ? Open(need.Contact, salt) : null, names.Organisation(need.Organisation), own ? need.Reason : null, need.Stars,
            [.. need.Steps.AsEnumerable().Reverse().Select(step => new NeedLine(At(step.At), step.Stage, names.Organisation(step.Organisation)))])
        {
            Unit = need.Organisation,
        };
    }

    /// <summary>Organisations and teams that can be asked.</summary>
    public IReadOnlyList<Choice> Units() => teams.Units();

    private async Task<IReadOnlyList<NeedRow>> Rows(IReadOnlyList<NeedState> states) =>
        [.. await Task.WhenAll(states.Select(async need => Row(need, await people.Salt(need.Requester))))];

    private NeedRow Row(NeedState need, byte[]? salt) => new(need.Id.ToString(), Open(need.Title, salt), need.Stage, At(need.OrderedAt), names.District(need.District));

    private string? Open(byte[]? box, byte[]? salt) => box is null || salt is null ? null : keys.Open(box, salt);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
