using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>An upload's record: the rows that are still to do, and what became of the others.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.import.state")]
public sealed class ImportState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "import";

    /// <summary>Its own id; empty before it was started.</summary>
    [Id(0)] public string Id { get; set; } = "";

    /// <summary>Company id.</summary>
    [Id(1)] public string Company { get; set; } = "";

    /// <summary>Who uploaded; none for the company's system.</summary>
    [Id(2)] public ParticipantId By { get; set; }

    /// <summary>Name of the file.</summary>
    [Id(3)] public string File { get; set; } = "";

    /// <summary>Unix milliseconds of the upload.</summary>
    [Id(4)] public long At { get; set; }

    /// <summary>One faulty row refuses all.</summary>
    [Id(5)] public bool AllOrNothing { get; set; }

    /// <summary>Digest of the rows.</summary>
    [Id(6)] public ulong Content { get; set; }

    /// <summary>The upload's command.</summary>
    [Id(7)] public CommandId Command { get; set; }

    /// <summary>Where it is.</summary>
    [Id(8)] public ImportPhase Phase { get; set; }

    /// <summary>Rows still to be carried out, at most <see cref="CourierOptions.RowsPerImport"/>; gone when it is over.</summary>
    [Id(9)] public List<ImportRow> Rows { get; set; } = [];

    /// <summary>Of these, how many were looked at while checking.</summary>
    [Id(10)] public int Checked { get; set; }

    /// <summary>Faulty rows.</summary>
    [Id(11)] public List<RowFault> Faults { get; set; } = [];

    /// <summary>All rows, faulty ones included.</summary>
    [Id(12)] public int Total { get; set; }

    /// <summary>Listed for the first time.</summary>
    [Id(13)] public int Added { get; set; }

    /// <summary>Changed.</summary>
    [Id(14)] public int Updated { get; set; }

    /// <summary>As they were.</summary>
    [Id(15)] public int Unchanged { get; set; }

    /// <summary>Taken off.</summary>
    [Id(16)] public int Removed { get; set; }

    /// <summary>Steps so far: names the agenda entry of the next.</summary>
    [Id(17)] public int Step { get; set; }

    /// <summary>A step is to come.</summary>
    public bool IsRunning => Phase is ImportPhase.Checking or ImportPhase.Applying;

    /// <summary>The agenda's name of the next step.</summary>
    public string Entry => string.Create(CultureInfo.InvariantCulture, $"import:{Id}:{Step}");

    /// <summary>The uploads of a company.</summary>
    public static string Of(string company) => $"imports:{company}";

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Phase == ImportPhase.None)
        {
            yield break;
        }

        yield return new Index(Of(Company), Id, At);
        if (IsRunning)
        {
            yield return new Index(RoseEffects.Agenda, Entry, AgendaEntry.AtOnce);
        }
    }
}
