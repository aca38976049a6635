using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Control;

/// <summary>The record of what operators changed of the campaign.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.control.state")]
public sealed class ControlState : LedgerState
{
    /// <summary>Name of the record in keys, and its id.</summary>
    public const string Kind = "control";

    /// <summary>Changes kept to be shown and undone; older ones are on the audit log.</summary>
    public const int Kept = 50;

    /// <summary>Steps of the allowance kept: more than one waits only until midnight.</summary>
    public const int StepsKept = 10;

    /// <summary>Wordings of presets: the record is read every two seconds, so it stays below 100 KB.</summary>
    public const int MaxWordings = 300;

    /// <summary>Fields that differ from the configuration.</summary>
    [Id(0)] public Dictionary<ControlField, string> Values { get; set; } = [];

    /// <summary>The latest changes, oldest first, at most <see cref="Kept"/>.</summary>
    [Id(1)] public List<ControlChange> Latest { get; set; } = [];

    /// <summary>Changes ever.</summary>
    [Id(2)] public int Changes { get; set; }

    /// <summary>From which day on which allowance holds, oldest first, at most <see cref="StepsKept"/>.</summary>
    [Id(3)] public List<AllowanceStep> Allowances { get; set; } = [];

    /// <summary>Recent commands.</summary>
    [Id(4)] public CommandLog Commands { get; set; } = new();

    /// <summary>Units that are frozen, by <see cref="ControlUnit"/>.</summary>
    [Id(5)] public HashSet<string> Frozen { get; set; } = [];

    /// <summary>Presets that are offered in other words than the seed's: the id of the wording.</summary>
    [Id(6)] public Dictionary<string, string> Presets { get; set; } = [];

    /// <summary>All wordings that ever were, oldest first, at most <see cref="MaxWordings"/>: letters name them.</summary>
    [Id(7)] public List<PresetWording> Wordings { get; set; } = [];

    /// <summary>The value of a field; empty for what the configuration or the seed says.</summary>
    public string Value(ControlField field, string subject = "") => field switch
    {
        ControlField.Unit => Frozen.Contains(subject) ? ControlRules.Off : "",
        ControlField.Preset => Presets.GetValueOrDefault(subject, ""),
        _ => Values.GetValueOrDefault(field, ""),
    };

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}

/// <summary>An allowance that holds from a Shanghai day on.</summary>
/// <param name="Day">As 20261123.</param>
/// <param name="PerDay">Roses; 0 for what the configuration says.</param>
[GenerateSerializer, Immutable, Alias("eng.control.allowance")]
public sealed record AllowanceStep([property: Id(0)] int Day, [property: Id(1)] int PerDay);
