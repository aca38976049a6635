using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

// Who leads, and the settlement (50 to 79). Who came is in the sign-ups.
public sealed partial class ActivityState
{
    /// <summary>Leaders at most.</summary>
    public const int MostLeaders = 20;

    /// <summary>Volunteers who lead: they hold the board and tick people off.</summary>
    [Id(50)] public List<ParticipantId> Leaders { get; set; } = [];

    /// <summary>Unix milliseconds of the settlement, which freezes attendance; 0 before it.</summary>
    [Id(51)] public long SettledAt { get; set; }

    /// <summary>Who settled.</summary>
    [Id(52)] public ParticipantId SettledBy { get; set; }

    /// <summary>The settlement has carried out every sign-up up to this <see cref="SignUp.Number"/>.</summary>
    [Id(53)] public int Carried { get; set; }

    /// <summary>Reminders of the duty to record that are past; <see cref="AttendanceRules.LastDuty"/> for overdue.</summary>
    [Id(54)] public int Reminders { get; set; }

    /// <summary>Unix milliseconds of the next of them; 0 until the first is reckoned, at the end.</summary>
    [Id(55)] public long NextReminder { get; set; }

    /// <summary>Who hears of the latest of them; null before the first, and for those made before anybody was told.</summary>
    [Id(56)] public DutyTold? DutyTold { get; set; }

    /// <summary>When a shift is; null for none.</summary>
    internal ShiftSpan? SpanOf(int number) => Shift(number) is { } shift ? new(number, shift.Start, shift.LastMoment) : null;

    /// <summary>Whether messages of the settlement are still to be sent.</summary>
    internal bool IsCarrying => SettledAt > 0 && Carried < Numbered;

    // What attendance stands for outside the record: a settlement on its way, and the duty to settle.
    private IEnumerable<Effect> AttendanceDerived()
    {
        if (IsCarrying)
        {
            yield return new Index(RoseEffects.Agenda, AttendanceEffects.Carry(Id, Carried), Agenda.AgendaEntry.AtOnce);
        }

        if (Stage != ActivityStage.Ended)
        {
            yield break;
        }

        if (Reminders < AttendanceRules.LastDuty)
        {
            yield return new Index(RoseEffects.Agenda, AttendanceEffects.Record(Id), NextReminder > 0 ? NextReminder : End);
        }

        if (Reminders > 0)
        {
            yield return new Index(Reminders < AttendanceRules.LastDuty ? AttendanceEffects.Reminded : AttendanceEffects.Overdue, ActivityEffects.Member(Id), End);
        }

        foreach (var person in DutyTold?.People ?? [])
        {
            yield return new Index(AttendanceEffects.DutiesOf(person), ActivityEffects.Member(Id), DutyTold!.At);
        }
    }
}
