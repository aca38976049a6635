using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    /// <inheritdoc/>
    public async Task<HoldReceipt> Hold(ActivityId activity, int shift, long start, long end)
    {
        if (Me.IsNone)
        {
            return Nothing(new HoldReceipt(Outcome.NotFound));
        }

        var receipt = Change(now => BookingRules.Hold(State, Me, activity, shift, start, end, bookings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task Booked(ActivityId activity, int shift, SignUpCard card)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => BookingRules.Booked(State, activity, shift, card, bookings.At(now)));
    }

    // Times in the latest days that they did not come and gave no reason.
    private int Absent => State.Absences.Count(absence => absence.At >= Clock.UtcNow.AddDays(-bookings.Options.AbsenceDays).ToUnixTimeMilliseconds());

    private async Task CheckHolds()
    {
        foreach (var booking in BookingRules.Overdue(State, bookings.At(Clock.UtcNow)))
        {
            var card = await grains.Activity(booking.Activity).SignUpOf(Me, booking.Shift);
            await RunOnceAsync(_ => BookingRules.Checked(State, booking, card));
        }

        await DurableAsync();
    }
}
