using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>A row of another system, on its way to its volunteer.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hourrow.state")]
public sealed class HourRowState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "hourrow";

    /// <summary>Its own id.</summary>
    [Id(0)] public HourRowId Id { get; set; }

    /// <summary>Where it is.</summary>
    [Id(1)] public HourRowStage Stage { get; set; }

    /// <summary>Whose.</summary>
    [Id(2)] public ParticipantId Volunteer { get; set; }

    /// <summary>The upload that offered it.</summary>
    [Id(3)] public string Import { get; set; } = "";

    /// <summary>Whose upload.</summary>
    [Id(4)] public string Organisation { get; set; } = "";

    /// <summary>Their district's code; null for none.</summary>
    [Id(5)] public string? District { get; set; }

    /// <summary>Who approved the upload.</summary>
    [Id(6)] public ParticipantId By { get; set; }

    /// <summary>The other system's name.</summary>
    [Id(7)] public string System { get; set; } = "";

    /// <summary>What that system calls it.</summary>
    [Id(8)] public string Source { get; set; } = "";

    /// <summary>The unit that organised and recorded there; empty once it was emptied.</summary>
    [Id(9)] public string Unit { get; set; } = "";

    /// <summary>Service content; empty once it was emptied.</summary>
    [Id(10)] public string Title { get; set; } = "";

    /// <summary>Id of the service class.</summary>
    [Id(11)] public string ServiceClass { get; set; } = "";

    /// <summary>Unix milliseconds at which the service began.</summary>
    [Id(12)] public long From { get; set; }

    /// <summary>Minutes.</summary>
    [Id(13)] public int Minutes { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(14)] public long OfferedAt { get; set; }

    /// <summary>Unix milliseconds at which an unanswered one is over.</summary>
    [Id(15)] public long Until { get; set; }

    /// <summary>What the volunteer said.</summary>
    [Id(16)] public MakeUpAnswer Answer { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(17)] public CommandLog Commands { get; set; } = new();

    /// <summary>Unix milliseconds at which its upload was approved; 0 for rows offered before that was kept.</summary>
    [Id(18)] public long ApprovedAt { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Stage == HourRowStage.None)
        {
            yield break;
        }

        yield return new Count(ImportEffects.Stages(Import), Stage.ToString(), 1);
        if (Stage == HourRowStage.Waiting)
        {
            yield return new Index(ImportEffects.For(Volunteer), ImportEffects.Member(Id), From);
            yield return new Index(RoseEffects.Agenda, ImportEffects.Entry(Id), Until);
        }
    }
}
