using Engagement.Contracts;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityGrain
{
    private const int ToldAtOnce = 100;

    // One at a time, so that a person's record hears of changes in the order in which they happened.
    private readonly SemaphoreSlim _stepping = new(1);

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        if (AttendanceEffects.IsStep(entry))
        {
            await DueAttendance(entry);
            return;
        }

        await _stepping.WaitAsync();
        try
        {
            await RunOnceAsync(now => SignUpRules.Step(State, settings.At(now)));
            while (SignUpRules.ToTell(State, ToldAtOnce) is { Count: > 0 } page)
            {
                var told = await Task.WhenAll(page.Select(Tell));
                await RunOnceAsync(now => SignUpRules.Told(State, told, settings.At(now)));
            }
        }
        finally
        {
            _stepping.Release();
        }
    }

    // The person's own record first: what it hears twice changes nothing.
    private async Task<(SignUpKey Key, SignUpCard Card, long Wake)> Tell((SignUpKey Key, SignUpCard Card) entry)
    {
        var wake = grains.Participant(entry.Key.Person).AsGiver(default);
        await grains.Volunteer(entry.Key.Person).Booked(State.Id, entry.Key.Shift, entry.Card);
        return (entry.Key, entry.Card, (await wake).Wake);
    }
}
