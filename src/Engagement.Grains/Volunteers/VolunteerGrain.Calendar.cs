using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> Feed(CommandId command, bool on)
    {
        if (Me.IsNone || !await grains.Participant(Me).IsOpen())
        {
            return Exists ? new(Outcome.SignInRequired) : Nothing(new Receipt(Outcome.SignInRequired));
        }

        var outcome = Change(now => CalendarRules.Feed(State, Me, command, on, bookings.At(now)));
        await CommitAsync();
        return new(outcome);
    }
}
