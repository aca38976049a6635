using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.MakeUps;

/// <summary>A make-up entry on its way.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.makeup.state")]
public sealed class MakeUpState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "makeup";

    /// <summary>Its own id.</summary>
    [Id(0)] public MakeUpId Id { get; set; }

    /// <summary>Where it is.</summary>
    [Id(1)] public MakeUpStage Stage { get; set; }

    /// <summary>Whose hours.</summary>
    [Id(2)] public ParticipantId Volunteer { get; set; }

    /// <summary>The shift as it was when this was proposed.</summary>
    [Id(3)] public ServedShift? Shift { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(4)] public long From { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(5)] public long To { get; set; }

    /// <summary>Why nobody checked in and out.</summary>
    [Id(6)] public MakeUpReason Reason { get; set; }

    /// <summary>What it rests on.</summary>
    [Id(7)] public MakeUpEvidence Evidence { get; set; }

    /// <summary>Who proposed it.</summary>
    [Id(8)] public ParticipantId ProposedBy { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(9)] public long ProposedAt { get; set; }

    /// <summary>Who approved or refused it.</summary>
    [Id(10)] public ParticipantId DecidedBy { get; set; }

    /// <summary>Unix milliseconds; 0 before.</summary>
    [Id(11)] public long DecidedAt { get; set; }

    /// <summary>What the volunteer said.</summary>
    [Id(12)] public MakeUpAnswer Answer { get; set; }

    /// <summary>Unix milliseconds; 0 before.</summary>
    [Id(13)] public long AnsweredAt { get; set; }

    /// <summary>Unix milliseconds at which an unanswered one is over; 0 while nobody asked the volunteer.</summary>
    [Id(14)] public long Until { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(15)] public CommandLog Commands { get; set; } = new();

    /// <summary>Minutes claimed.</summary>
    public int Minutes => new HourSpan(From, To).Minutes;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Shift is null)
        {
            yield break;
        }

        if (Stage == MakeUpStage.Proposed)
        {
            yield return new Index(MakeUpEffects.Queue(Shift.Organisation), MakeUpEffects.Member(Id), ProposedAt);
            yield return new Index(MakeUpEffects.In(Shift.District), MakeUpEffects.Member(Id), ProposedAt);
        }

        if (Stage == MakeUpStage.Approved)
        {
            yield return new Index(MakeUpEffects.For(Volunteer), MakeUpEffects.Member(Id), DecidedAt);
            yield return new Index(RoseEffects.Agenda, MakeUpEffects.Entry(Id), Until);
        }
    }
}
