using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Volunteers;

/// <summary>Puts volunteers' records into words for their pages.</summary>
public sealed class VolunteerBook(Calls calls, VolunteerReader volunteers, PeopleReader people, Names names, SeededCatalogue catalogue, IStringLocalizer<Texts> texts)
{
    /// <summary>Districts to choose from.</summary>
    public IReadOnlyList<Choice> Districts => [.. catalogue.Reference.Districts.Select(district => new Choice(district.Code, names.District(district.Code) ?? district.Code))];

    /// <summary>The volunteer's own page.</summary>
    public async Task<VolunteerPage> Page(ParticipantId me, string? fault = null)
    {
        var self = await calls.Volunteer(me, volunteer => volunteer.Self());
        var wards = await Wards(me);
        var known = await people.NamesFor([.. self.Looks.Select(look => look.By), .. wards.Select(ward => ward.Ward), .. self.Guardian.IsNone ? [] : new[] { self.Guardian }]);
        return new(self, self.Number is { } number ? VolunteerNumber.Show(number) : null, Rows(self.Teams),
            [.. self.Looks.Select(look => new LookRow(DateTimeOffset.FromUnixTimeMilliseconds(look.At), known.GetValueOrDefault(look.By) ?? texts["Volunteers.Staff"], look.As, Where(look), look.Reason))],
            self.Guardian.IsNone ? null : known.GetValueOrDefault(self.Guardian) ?? texts["Chain.Citizen"],
            [.. wards.Select(ward => new WardRow(ward.Ward, known.GetValueOrDefault(ward.Ward) ?? VolunteerNumber.Show(ward.Number), ward.Card.Age))],
            self.Profile.Skills ?? [], names.District(self.Profile.District), Districts, fault);
    }

    /// <summary>Memberships, with their teams' names.</summary>
    public IReadOnlyList<TeamRow> Rows(IReadOnlyList<Membership> places) =>
        [.. places.Select(place => new TeamRow(place.Team, names.Organisation(place.Team) ?? place.Team, DateTimeOffset.FromUnixTimeMilliseconds(place.Since), place.Admitted))];

    /// <summary>The name that somebody shows to others; else their number's stand-in.</summary>
    public async Task<string> NameOf(ParticipantId person) => await people.NameFor(person) ?? texts["Chain.Citizen"];

    private async Task<IReadOnlyList<WardView>> Wards(ParticipantId me)
    {
        var views = new List<WardView>();
        foreach (var ward in await volunteers.WardsOf(me))
        {
            if (await calls.Volunteer(ward, minor => minor.AsWard(me)) is { } view)
            {
                views.Add(view);
            }
        }

        return views;
    }

    private string? Where(RealNameLook look) => look.Scope.Length == 0 ? null : names.Organisation(look.Scope) ?? names.District(look.Scope) ?? look.Scope;
}
