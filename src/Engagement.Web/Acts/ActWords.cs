using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Settings;
using Engagement.Web.Shared;

namespace Engagement.Web.Acts;

/// <summary>Acts in the language of the request.</summary>
public sealed class ActWords(SeededCatalogue catalogue, Names names, Wording wording)
{
    /// <summary>The big buttons, in the order of the catalogue.</summary>
    public IReadOnlyList<ActButton> Buttons(IReadOnlyList<string> usedUp) =>
        [.. catalogue.Reference.Acts.Select(kind => new ActButton(kind.Id, kind.Mark, wording.Of(kind.Title), wording.Of(kind.Hint), kind.Group, usedUp.Contains(kind.Id)))];

    /// <summary>Its name; the id when the catalogue no longer has it.</summary>
    public string Title(string kind) => catalogue.Reference.Act(kind) is { } found ? wording.Of(found.Title) : kind;

    /// <summary>Its character.</summary>
    public string Mark(string kind) => catalogue.Reference.Act(kind)?.Mark ?? "善";

    /// <summary>Where it was, as far as the courier said; null for nothing.</summary>
    public string? Place(CivicActState act) => names.Place(new Units(act.District, act.Community));

    /// <summary>The company it counts for; null for the pool.</summary>
    public string? Company(CivicActState act) => act.Company is { } company ? names.Company(company) ?? company : null;

    /// <summary>Districts with their towns, for a choice as coarse as one likes.</summary>
    public IReadOnlyList<Settings.District> Places() => [.. catalogue.Reference.Districts.Select(district => new Settings.District(
        new Choice(district.Code, names.District(district.Code) ?? district.Name),
        [.. district.Towns.Where(town => town.Kind != TownKind.Area).Select(town => new Choice(town.Code, names.Community(town)))]))];

    /// <summary>Short names of the districts, by code, as the map says them.</summary>
    public IReadOnlyDictionary<string, string> OnMap() => names.Short();

    /// <summary>A district of a queue; null for acts without one.</summary>
    public string? District(string? code) => names.District(code);
}

/// <summary>A kind on the courier's first page.</summary>
/// <param name="Id">Sent.</param>
/// <param name="Mark">One character.</param>
/// <param name="Title">Its name.</param>
/// <param name="Hint">What it means.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="UsedUp">No more of it today.</param>
public sealed record ActButton(string Id, string Mark, string Title, string Hint, ActGroup Group, bool UsedUp);
