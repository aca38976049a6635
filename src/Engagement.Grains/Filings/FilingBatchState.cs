using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Filings;

/// <summary>A batch: its lines as they were chosen.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.filingbatch.state")]
public sealed class FilingBatchState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "filingbatch";

    /// <summary>Its name, <c>yyyyMMddHHmmss-xxxxxx</c>; empty before it was made.</summary>
    [Id(0)] public string Id { get; set; } = "";

    /// <summary>Whose.</summary>
    [Id(1)] public string Organisation { get; set; } = "";

    /// <summary>Who made it.</summary>
    [Id(2)] public ParticipantId By { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(3)] public long At { get; set; }

    /// <summary>The services.</summary>
    [Id(4)] public List<FilingLine> Lines { get; set; } = [];

    /// <summary>All lines are out.</summary>
    [Id(5)] public bool Carried { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(6)] public CommandLog Commands { get; set; } = new();

    /// <summary>Its step in the agenda.</summary>
    public string Entry => $"{FilingEffects.StepKind}:{Id}";

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Id.Length == 0)
        {
            yield break;
        }

        yield return new Index(FilingEffects.Batches(Organisation), Id, At);
        if (!Carried)
        {
            yield return new Index(RoseEffects.Agenda, Entry, At);
        }
    }
}
