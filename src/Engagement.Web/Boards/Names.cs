using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Teams;
using Engagement.Web.Home;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;
using Book = Engagement.Grains.Rankings.Boards;

namespace Engagement.Web.Boards;

/// <summary>Names of units and districts in the language of the request.</summary>
public sealed class Names(SeededCatalogue catalogue, TeamDirectory teams, IStringLocalizer<Texts> texts)
{
    /// <summary>A unit of a board; its code when the catalogue no longer has it.</summary>
    public string Unit(string board, string member) => board switch
    {
        Book.District or Book.HoursByDistrict => District(member) ?? member,
        Book.Community => Community(member) ?? member,
        Book.Organisation or Book.Hours => Organisation(member) ?? member,
        Book.Company => Company(member) ?? member,
        _ => member,
    };

    /// <summary>A line of a board of companies' acts.</summary>
    public string Standing(Standing line) => line.Company switch
    {
        Standings.Pool => texts["Boards.Pool"],
        Standings.Small => texts["Boards.Small", line.Together],
        _ => Company(line.Company) ?? line.Company,
    };

    /// <summary>A district's name.</summary>
    public string? District(string? code) =>
        catalogue.Reference.Districts.FirstOrDefault(district => district.Code == code) is { } found ? Wording.IsEnglish ? found.English : found.Name : null;

    /// <summary>Short names of the districts by code, for the map.</summary>
    public IReadOnlyDictionary<string, string> Short() =>
        catalogue.Reference.Districts.ToDictionary(district => district.Code, district => Wording.IsEnglish ? district.English : district.Name.TrimEnd('区', '市'));

    /// <summary>Where somebody lives, as far as they said; null for nothing.</summary>
    public string? Place(Units units) => District(units.District) is { } district ? $"{district} {Community(units.Community)}".TrimEnd() : null;

    /// <summary>What tells units of the same name apart: the district of a community or an organisation.</summary>
    public string? Note(string board, string? member) => board switch
    {
        Book.Community => District(member?[..Math.Min(6, member.Length)]),
        Book.Organisation or Book.Hours => District(DistrictOf(member)),
        _ => null,
    };

    /// <summary>A town's or street's name.</summary>
    public string? Community(string? code) =>
        catalogue.Reference.Districts.SelectMany(district => district.Towns).FirstOrDefault(town => town.Code == code) is { } found ? Community(found) : null;

    /// <summary>A town or street, by its English name where it has one.</summary>
    public string Community(Town town) => Wording.IsEnglish && town.English is { } english ? english : town.Name;

    /// <summary>An organisation's name, or a volunteer team's.</summary>
    public string? Organisation(string? id) =>
        catalogue.Reference.Organisations.FirstOrDefault(unit => unit.Id == id) is { } found ? Wording.IsEnglish ? found.English : found.Name
        : teams.Find(id) is { } team ? Wording.IsEnglish && team.English is { } english ? english : team.Name : null;

    /// <summary>Code of the district that an organisation or a team works in; null for none.</summary>
    public string? DistrictOf(string? organisation) =>
        catalogue.Reference.Organisations.FirstOrDefault(unit => unit.Id == organisation)?.District ?? teams.Find(organisation)?.District;

    /// <summary>A courier company's name.</summary>
    public string? Company(string? id) =>
        catalogue.Reference.Companies.FirstOrDefault(unit => unit.Id == id) is { } found ? Wording.IsEnglish ? found.English : found.ShortName : null;

    /// <summary>Somebody who does not show a name.</summary>
    public string Citizen(string? district) => Wording.IsEnglish
        ? District(district) is { } of ? $"A citizen of {of}" : "A citizen"
        : $"一位{District(district)}市民";

    /// <summary>A chain on the board of chains.</summary>
    public string Chain(long people) => Wording.IsEnglish ? $"A rose of {people} people" : $"走过 {people} 个人的玫瑰";
}
