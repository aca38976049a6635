using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>A volunteer's request to correct their hours.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.correction.state")]
public sealed class HourCorrectionState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "correction";

    /// <summary>Its own id.</summary>
    [Id(0)] public CorrectionId Id { get; set; }

    /// <summary>Where it is.</summary>
    [Id(1)] public CorrectionStage Stage { get; set; }

    /// <summary>Who asked.</summary>
    [Id(2)] public ParticipantId Volunteer { get; set; }

    /// <summary>Entry that is wrong; none when a service is missing.</summary>
    [Id(3)] public ServiceRecordId Entry { get; set; }

    /// <summary>Activity that it is about.</summary>
    [Id(4)] public ActivityId Activity { get; set; }

    /// <summary>Organisation that must check.</summary>
    [Id(5)] public string Organisation { get; set; } = "";

    /// <summary>District's code: whose reviewers decide when it was escalated; null for those of the whole city.</summary>
    [Id(6)] public string? District { get; set; }

    /// <summary>Service content, as it was called.</summary>
    [Id(7)] public string Title { get; set; } = "";

    /// <summary>What is wrong.</summary>
    [Id(8)] public CorrectionFault Fault { get; set; }

    /// <summary>The volunteer's words, sealed under their salt; null for none.</summary>
    [Id(9)] public byte[]? Note { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(10)] public long AskedAt { get; set; }

    /// <summary>Unix milliseconds at which a reviewer decides instead of the organisation.</summary>
    [Id(11)] public long Due { get; set; }

    /// <summary>It was escalated: by the clock or by the volunteer, once.</summary>
    [Id(12)] public bool WasEscalated { get; set; }

    /// <summary>Who decided last.</summary>
    [Id(13)] public ParticipantId DecidedBy { get; set; }

    /// <summary>Unix milliseconds; 0 before.</summary>
    [Id(14)] public long DecidedAt { get; set; }

    /// <summary>What was decided; null before.</summary>
    [Id(15)] public DecideCorrection? Decision { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(16)] public CommandLog Commands { get; set; } = new();

    /// <summary>Whether somebody is to decide.</summary>
    public bool IsWaiting => Stage is CorrectionStage.Open or CorrectionStage.Escalated;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Stage == CorrectionStage.None)
        {
            yield break;
        }

        yield return new Index(CorrectionEffects.Of(Volunteer), CorrectionEffects.Member(Id), AskedAt);
        if (Stage == CorrectionStage.Open)
        {
            yield return new Index(CorrectionEffects.Queue(Organisation), CorrectionEffects.Member(Id), AskedAt);
            yield return new Index(RoseEffects.Agenda, CorrectionEffects.Entry(Id), Due);
        }

        if (Stage == CorrectionStage.Escalated)
        {
            yield return new Index(CorrectionEffects.Escalated(District), CorrectionEffects.Member(Id), AskedAt);
        }
    }
}
