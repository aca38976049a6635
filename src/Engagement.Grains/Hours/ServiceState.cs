using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours;

/// <summary>The record of one entry of hours. It is born in its volunteer's commit and never written again: there is no grain of it (VH-08).</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hours.state")]
public sealed partial class ServiceState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "service";

    /// <summary>The entry.</summary>
    [Id(0)] public ServiceRecord Entry { get; set; } = null!;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => HourEffects.Of(Entry);
}
