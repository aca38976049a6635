using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Console;

/// <summary>What operators changed, in words of the request's language.</summary>
public sealed class ControlWords(IStringLocalizer<Texts> texts, SeededCatalogue catalogue, Names names, Wording wording)
{
    private const int Shown = 24;

    /// <summary>A field, and which of its kind.</summary>
    public string Field(ControlField field, string subject) => field switch
    {
        ControlField.Unit => texts["Control.UnitOf", Unit(subject)],
        ControlField.Preset => texts["Control.PresetOf", Short(catalogue.Seeded(subject)) ?? subject],
        _ => texts["Control.Field." + field],
    };

    /// <summary>A value of it.</summary>
    public string Value(ControlField field, string subject, string value) => field switch
    {
        ControlField.Preset => Short(catalogue.Preset(value.Length == 0 ? subject : value)) ?? value,
        _ when value.Length == 0 => texts["Control.Default." + field],
        ControlField.Unit => texts["Control.Frozen"],
        _ => value is ControlRules.Off or ControlRules.Closed ? texts["Control.Value." + value] : value,
    };

    /// <summary>A unit's name.</summary>
    public string Unit(string unit) => unit.Split(':', 2) switch
    {
        ["company", var id] => names.Company(id) ?? id,
        ["organisation", var id] => names.Organisation(id) ?? id,
        _ => unit,
    };

    /// <summary>Every unit that can be frozen: companies, then organisations.</summary>
    public IReadOnlyList<Choice> Units() =>
    [
        .. catalogue.Reference.Companies.Select(company => new Choice(ControlUnit.Company(company.Id), names.Company(company.Id)!)),
        .. catalogue.Reference.Organisations.Select(unit => new Choice(ControlUnit.Organisation(unit.Id), names.Organisation(unit.Id)!)),
    ];

    /// <summary>What is wrong with what was sent, naming the field and what would be right.</summary>
    public string Fault(ControlField field, string fault) => fault switch
    {
        "reason" => texts["Console.FaultReason"],
        "unit" => texts["Control.FaultUnit"],
        _ => texts["Control.FaultOf", texts["Control.Field." + field].Value, texts["Control.Right." + field].Value],
    };

    private string? Short(Phrase? phrase) =>
        phrase is null ? null : wording.Of(phrase) is var text && text.Length > Shown ? text[..Shown] + "…" : text;
}
