using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Acts;

namespace Engagement.Grains.Volunteers;

/// <summary>
/// A volunteer's time: of two sign-ups that overlap one is refused, because this one record holds both. Pure and synchronous
/// (docs/decisions/0024).
/// </summary>
internal static class BookingRules
{
    /// <summary>Absences remembered.</summary>
    public const int AbsencesKept = 20;

    /// <summary>Milliseconds after a hold ran out at which its activity is asked: longer than a commit that was decided in time can take.</summary>
    public const long Margin = 60_000;

    /// <summary>Keeps the time while an activity decides.</summary>
    public static HoldReceipt Hold(VolunteerState volunteer, ParticipantId id, ActivityId activity, int shift, long start, long end, ActivityMoment moment)
    {
        var live = volunteer.Bookings.FindAll(booking => booking.End > moment.Milliseconds && !booking.IsOf(activity, shift));
        if (live.Exists(booking => booking.Start < end && start < booking.End))
        {
            return new(Outcome.Overlaps);
        }

        if (live.Count >= moment.Options.PerPerson)
        {
            return new(Outcome.DailyLimit);
        }

        var before = volunteer.BookingsDerived().ToArray();
        var last = volunteer.Bookings.Select(booking => booking.Until).DefaultIfEmpty().Max();
        var until = Math.Max(moment.Now.AddSeconds(moment.Options.HoldSeconds).ToUnixTimeMilliseconds(), last + 1);
        volunteer.Id = id;
        volunteer.Bookings = [.. live, new(activity, shift, start, end, until)];
        volunteer.Follow([.. ActEffects.Between(before, [.. volunteer.BookingsDerived()])]);
        return new(Outcome.Done, until);
    }

    /// <summary>The activity tells what became of it. What it decided on an earlier hold says nothing about this one.</summary>
    public static void Booked(VolunteerState volunteer, ActivityId activity, int shift, SignUpCard card, ActivityMoment moment)
    {
        Missed(volunteer, activity, shift, card.AbsentAt, moment);
        if (volunteer.Bookings.Find(booking => booking.IsOf(activity, shift)) is { } booking && card.Hold == booking.Until)
        {
            Settle(volunteer, booking, card);
        }
    }

    /// <summary>The activity was asked about a hold that ran out: it decided on it, or never will.</summary>
    public static void Checked(VolunteerState volunteer, Booking asked, SignUpCard card)
    {
        if (volunteer.Bookings.Contains(asked))
        {
            Settle(volunteer, asked, card.Hold == asked.Until ? card : new(SignUpState.None));
        }
    }

    /// <summary>Holds whose activity is to be asked.</summary>
    public static IReadOnlyList<Booking> Overdue(VolunteerState volunteer, ActivityMoment moment) =>
        volunteer.Bookings.FindAll(booking => !booking.Firm && booking.Until + Margin <= moment.Milliseconds);

    private static void Settle(VolunteerState volunteer, Booking booking, SignUpCard card)
    {
        var firm = booking with { Start = card.Start, End = card.End, Firm = true };
        if (card.HoldsTime && booking == firm)
        {
            return;
        }

        var before = volunteer.BookingsDerived().ToArray();
        volunteer.Bookings.Remove(booking);
        if (card.HoldsTime)
        {
            volunteer.Bookings.Add(firm);
        }

        volunteer.Follow([.. ActEffects.Between(before, [.. volunteer.BookingsDerived()])]);
    }

    private static void Missed(VolunteerState volunteer, ActivityId activity, int shift, long at, ActivityMoment moment)
    {
        var known = volunteer.Absences.Exists(absence => absence.Activity == activity && absence.Shift == shift);
        if (known == at > 0)
        {
            return;
        }

        var since = moment.Now.AddDays(-moment.Options.AbsenceDays).ToUnixTimeMilliseconds();
        volunteer.Absences.RemoveAll(absence => absence.At < since || absence.Activity == activity && absence.Shift == shift);
        if (at > 0)
        {
            volunteer.Absences.Add(new(activity, shift, at));
        }

        if (volunteer.Absences.Count > AbsencesKept)
        {
            volunteer.Absences.RemoveAt(0);
        }

        volunteer.Touch();
    }
}
