using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>A company's record: its keys. The secrets are derived and stored nowhere.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.company.state")]
public sealed class CompanyState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "company";

    /// <summary>Keys in use at a time.</summary>
    public const int KeysInUse = 5;

    /// <summary>Keys remembered.</summary>
    public const int KeysKept = 20;

    /// <summary>Oldest first, ended ones included.</summary>
    [Id(0)] public List<CompanyKey> Keys { get; set; } = [];

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
