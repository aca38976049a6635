using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

/// <summary>Names of attendance's entries outside the activity's record.</summary>
internal static class AttendanceEffects
{
    /// <summary>Ended activities whose organisers were reminded to settle, by their end.</summary>
    public const string Reminded = "activities-reminded";

    /// <summary>Ended activities that were not settled within ten working days, by their end.</summary>
    public const string Overdue = "activities-overdue";

    /// <summary>Unsettled activities that somebody was reminded of, by the latest reminder.</summary>
    public static string DutiesOf(ParticipantId person) => $"duties:{person}";

    /// <summary>Step of the agenda that carries a settlement on.</summary>
    public const string CarryStep = "carry";

    /// <summary>Step of the agenda that reminds of the duty to record.</summary>
    public const string RecordStep = "record";

    /// <summary>Whether an entry of the agenda is a step of attendance.</summary>
    public static bool IsStep(string entry) => entry.Split(':') is [_, _, CarryStep or RecordStep, ..];

    /// <summary>The agenda's name of the rest of a settlement, after this sign-up.</summary>
    public static string Carry(ActivityId activity, int after) => string.Create(CultureInfo.InvariantCulture, $"activity:{activity}:{CarryStep}:{after}");

    /// <summary>The agenda's name of the duty to record.</summary>
    public static string Record(ActivityId activity) => $"activity:{activity}:{RecordStep}";

    /// <summary>The message to a volunteer: the shift is attested, ask for it.</summary>
    public static string Hours(ParticipantId volunteer, ActivityId activity, int shift) =>
        string.Create(CultureInfo.InvariantCulture, $"hours:{volunteer}:{activity}:{shift}");

    /// <summary>Sends it.</summary>
    public static Index Message(ActivityId activity, SignUpKey key) => new(RoseEffects.Agenda, Hours(key.Person, activity, key.Shift), AgendaEntry.AtOnce);
}
