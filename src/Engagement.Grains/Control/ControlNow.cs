using Engagement.Contracts;
using Engagement.Grains.Roses;

namespace Engagement.Grains.Control;

/// <summary>A snapshot of what operators changed. An absent value is what the configuration says.</summary>
public sealed class ControlNow
{
    /// <summary>Nothing is changed.</summary>
    public static readonly ControlNow Unchanged = new(new());

    private readonly ControlState _state;

    internal ControlNow(ControlState state) => _state = state;

    /// <summary>Whether a switch (<see cref="ControlRules.Switches"/>) is off.</summary>
    public bool IsOff(ControlField field) => _state.Value(field) == ControlRules.Off;

    /// <summary>An operator closed the campaign.</summary>
    public bool IsClosed => _state.Value(ControlField.Campaign) == ControlRules.Closed;

    /// <summary>Units that are frozen, by <see cref="ControlUnit"/>.</summary>
    public IReadOnlySet<string> Frozen => _state.Frozen;

    /// <summary>Whether the company is frozen; none never is.</summary>
    public bool FreezesCompany(string? company) => company is not null && _state.Frozen.Count > 0 && _state.Frozen.Contains(ControlUnit.Company(company));

    /// <summary>Whether the organisation is frozen; none never is.</summary>
    public bool FreezesOrganisation(string? organisation) =>
        organisation is not null && _state.Frozen.Count > 0 && _state.Frozen.Contains(ControlUnit.Organisation(organisation));

    /// <summary>What a gift of now counts for: not for a unit that is frozen.</summary>
    public Attribution Attribute(Units units) => new(units.District, units.Community,
        FreezesOrganisation(units.Organisation) ? null : units.Organisation, FreezesCompany(units.Company) ? null : units.Company);

    /// <summary>All wordings of presets that ever were.</summary>
    public IReadOnlyList<PresetWording> Wordings => _state.Wordings;

    /// <summary>The wording in which a preset is offered; null for the seed's.</summary>
    public PresetWording? Wording(string preset) =>
        _state.Presets.TryGetValue(preset, out var id) ? _state.Wordings.Find(wording => wording.Id == id) : null;

    /// <summary>The line on top of every page; null for none. A page in English shows the Chinese line when there is no other.</summary>
    public string? Notice(bool english) =>
        english && _state.Value(ControlField.NoticeEnglish) is { Length: > 0 } line ? line : _state.Value(ControlField.Notice) is { Length: > 0 } chinese ? chinese : null;

    /// <summary>Roses a person may give on a Shanghai day; null for what the configuration says.</summary>
    public int? PerDay(int day) => _state.Allowances.FindLast(step => step.Day <= day) is { PerDay: > 0 } step ? step.PerDay : null;

    /// <summary>Why this can't be done now: SwitchedOff, CampaignClosed, or Done when nothing stops it.</summary>
    public Outcome Stops(ControlField field) => IsClosed ? Outcome.CampaignClosed : IsOff(field) ? Outcome.SwitchedOff : Outcome.Done;
}
