using Engagement.Grains.Storage;

namespace Engagement.Grains.Notices;

/// <summary>The messages of one day.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.quota.state")]
public sealed class QuotaState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "quota";

    /// <summary>Messages taken out of the day's budget.</summary>
    [Id(0)] public int Taken { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
