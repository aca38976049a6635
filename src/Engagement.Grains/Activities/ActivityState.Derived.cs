using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityState
{
    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [.. Own(), .. SignUps.Select(entry => ActivityEffects.Booked(Id, entry.Key, entry.Value))];

    /// <summary>Unix milliseconds at which the agenda looks at it again; null for never.</summary>
    public long? Due
    {
        get
        {
            if (Untold > 0 || IsOpen && Shifts.Exists(shift => !shift.Begun && shift is { Waiting: > 0, Free: > 0 }))
            {
                return AgendaNow;
            }

            if (!IsOpen)
            {
                return null;
            }

            var next = End;
            foreach (var shift in Shifts)
            {
                next = shift.Begun ? next : Math.Min(next, shift.Start);
            }

            return NextAnswer > 0 ? Math.Min(next, NextAnswer) : next;
        }
    }

    // What it stands for without its sign-ups: few entries, compared at every command.
    internal IEnumerable<Effect> Own()
    {
        if (Stage == ActivityStage.None)
        {
            yield break;
        }

        var member = ActivityEffects.Member(Id);
        yield return new Index(ActivityEffects.Of(Organisation), member, CreatedAt);
        if (Stage == ActivityStage.Review)
        {
            yield return new Index(ActivityEffects.Queue(Details.District), member, SubmittedAt);
        }

        if (IsOpen)
        {
            yield return new Index(ActivityEffects.Open, member, Start);
        }

        if (Due is { } due)
        {
            yield return new Index(RoseEffects.Agenda, ActivityEffects.Step(Id), due);
        }

        foreach (var effect in AttendanceDerived())
        {
            yield return effect;
        }
    }

    private const long AgendaNow = Agenda.AgendaEntry.AtOnce;
}
