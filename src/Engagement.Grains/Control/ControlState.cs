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

    /// <summary>The value of a field; empty for what the configuration says.</summary>
    public string Value(ControlField field) => Values.GetValueOrDefault(field, "");

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}

/// <summary>An allowance that holds from a Shanghai day on.</summary>
/// <param name="Day">As 20261123.</param>
/// <param name="PerDay">Roses; 0 for what the configuration says.</param>
[GenerateSerializer, Immutable, Alias("eng.control.allowance")]
public sealed record AllowanceStep([property: Id(0)] int Day, [property: Id(1)] int PerDay);
