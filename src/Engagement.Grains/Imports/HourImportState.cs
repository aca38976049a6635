using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>An upload of hours: how far it is. Its rows are in records of their own, a few hundred each.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hourimport.state")]
public sealed class HourImportState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "hourimport";

    /// <summary>Its own id; empty before it was announced.</summary>
    [Id(0)] public string Id { get; set; } = "";

    /// <summary>Who takes it in.</summary>
    [Id(1)] public string Organisation { get; set; } = "";

    /// <summary>Whose reviewers approve; null for those of the whole city.</summary>
    [Id(2)] public string? District { get; set; }

    /// <summary>Who uploaded.</summary>
    [Id(3)] public ParticipantId By { get; set; }

    /// <summary>Name of the file.</summary>
    [Id(4)] public string File { get; set; } = "";

    /// <summary>Unix milliseconds of the upload.</summary>
    [Id(5)] public long At { get; set; }

    /// <summary>Digest of the rows.</summary>
    [Id(6)] public ulong Content { get; set; }

    /// <summary>Where it is.</summary>
    [Id(7)] public HourImportPhase Phase { get; set; }

    /// <summary>All rows, faulty ones included.</summary>
    [Id(8)] public int Total { get; set; }

    /// <summary>Parts that were announced.</summary>
    [Id(9)] public int Parts { get; set; }

    /// <summary>Parts that arrived.</summary>
    [Id(10)] public int Received { get; set; }

    /// <summary>Parts that the present phase is through with.</summary>
    [Id(11)] public int Through { get; set; }

    /// <summary>Rows of these.</summary>
    [Id(12)] public int Looked { get; set; }

    /// <summary>What was found and done.</summary>
    [Id(13)] public HourPartCounts Counts { get; set; }

    /// <summary>Steps so far: names the agenda entry of the next.</summary>
    [Id(14)] public int Step { get; set; }

    /// <summary>Unix milliseconds until which it may wait for people.</summary>
    [Id(15)] public long Until { get; set; }

    /// <summary>Who asked for approval.</summary>
    [Id(16)] public ParticipantId AskedBy { get; set; }

    /// <summary>Who approved or refused.</summary>
    [Id(17)] public ParticipantId DecidedBy { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(18)] public CommandLog Commands { get; set; } = new();

    /// <summary>Unix milliseconds of that decision.</summary>
    [Id(19)] public long DecidedAt { get; set; }

    /// <summary>A step carries parts.</summary>
    public bool IsCarrying => Phase is HourImportPhase.Checking or HourImportPhase.Applying or HourImportPhase.Dropping;

    /// <summary>The agenda's name of the next step.</summary>
    public string Entry => string.Create(CultureInfo.InvariantCulture, $"{ImportEffects.StepKind}:{Id}:{Step}");

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Phase == HourImportPhase.None)
        {
            yield break;
        }

        yield return new Index(ImportEffects.Of(Organisation), Id, At);
        if (Phase == HourImportPhase.Waiting)
        {
            yield return new Index(ImportEffects.Waiting, Id, At);
        }

        if (Phase is not (HourImportPhase.Done or HourImportPhase.Dropped))
        {
            yield return new Index(RoseEffects.Agenda, Entry, IsCarrying ? AgendaEntry.AtOnce : Until);
        }
    }
}
