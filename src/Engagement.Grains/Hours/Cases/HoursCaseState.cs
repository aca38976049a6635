using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.Cases;

/// <summary>Hours that somebody is to look at. It says what was met and about whom; it is no finding.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hours.casestate")]
public sealed class HoursCaseState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "hours-case";

    /// <summary>Its own id.</summary>
    [Id(0)] public HoursCaseId Id { get; set; }

    /// <summary>What was met.</summary>
    [Id(1)] public HoursSignal Signal { get; set; }

    /// <summary>Whose hours; none when it is about more than one volunteer's.</summary>
    [Id(2)] public ParticipantId Volunteer { get; set; }

    /// <summary>Organisation; empty when it is about a volunteer.</summary>
    [Id(3)] public string Organisation { get; set; } = "";

    /// <summary>Activity; none when it is not about one.</summary>
    [Id(4)] public ActivityId Activity { get; set; }

    /// <summary>Who entered the hours by hand; none when it is not about that.</summary>
    [Id(5)] public ParticipantId EnteredBy { get; set; }

    /// <summary>Shanghai day, or month like 202611, that it is about; 0 for none.</summary>
    [Id(6)] public int Period { get; set; }

    /// <summary>What was measured: minutes, percent or entries, as the signal says.</summary>
    [Id(7)] public int Measured { get; set; }

    /// <summary>District's code: whose reviewers look; null for those of the whole city.</summary>
    [Id(8)] public string? District { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(9)] public long OpenedAt { get; set; }

    /// <summary>Unix milliseconds; 0 while it is open.</summary>
    [Id(10)] public long ClosedAt { get; set; }

    /// <summary>Who closed it.</summary>
    [Id(11)] public ParticipantId ClosedBy { get; set; }

    /// <summary>Something was wrong.</summary>
    [Id(12)] public bool Founded { get; set; }

    /// <summary>The reviewer's reason; no personal data.</summary>
    [Id(13)] public string Reason { get; set; } = "";

    /// <summary>Recent commands.</summary>
    [Id(14)] public CommandLog Commands { get; set; } = new();

    /// <summary>Nobody has closed it: certificates of what it is about wait.</summary>
    public bool IsOpen => ClosedAt == 0;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Signal == HoursSignal.None)
        {
            yield break;
        }

        yield return IsOpen
            ? new Index(HoursCaseEffects.Open(District), HoursCaseEffects.Member(Id), OpenedAt)
            : new Index(HoursCaseEffects.Closed(District), HoursCaseEffects.Member(Id), ClosedAt);
        if (IsOpen)
        {
            yield return new Index(HoursCaseEffects.On(HoursCaseEffects.Subject(this)), HoursCaseEffects.Member(Id), OpenedAt);
        }
    }
}
