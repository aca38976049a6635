using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>Some rows of an upload. They are gone when it is over; what was wrong with them stays.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hourpart.state")]
public sealed class HourImportPartState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "hourpart";

    /// <summary>Rows of one part at most, faulty ones included: some 50 kilobytes.</summary>
    public const int Most = 250;

    /// <summary>The upload.</summary>
    [Id(0)] public string Import { get; set; } = "";

    /// <summary>From 0.</summary>
    [Id(1)] public int Number { get; set; }

    /// <summary>Rows without a fault so far; none once they are carried out.</summary>
    [Id(2)] public List<HourImportRow> Rows { get; set; } = [];

    /// <summary>The others.</summary>
    [Id(3)] public List<RowFault> Faults { get; set; } = [];

    /// <summary>What the dry run found; null before it.</summary>
    [Id(4)] public HourPartCounts? Checked { get; set; }

    /// <summary>What the run did; null before it.</summary>
    [Id(5)] public HourPartCounts? Applied { get; set; }

    /// <summary>Its id.</summary>
    public string Id => IdOf(Import, Number);

    /// <summary>The id of an upload's part.</summary>
    public static string IdOf(string import, int number) => string.Create(CultureInfo.InvariantCulture, $"{import}.{number}");

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
