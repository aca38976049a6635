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
                var told = (await Task.WhenAll(page.Select(Tell))).OfType<Told>().ToArray();
                if (told.Length == 0)
                {
                    throw new TimeoutException("None of a page of volunteers could be told."); // the sweeper tries again
                }

                await RunOnceAsync(now => SignUpRules.Told(State, told, settings.At(now)));
            }
        }
        finally
        {
            _stepping.Release();
        }
    }

    // The person's own record first: what it hears twice changes nothing. Null when it could not be reached; that holds up nobody else.
    private async Task<Told?> Tell((SignUpKey Key, SignUpCard Card) entry)
    {
        try
        {
            var wake = grains.Participant(entry.Key.Person).AsGiver(default);
            await grains.Volunteer(entry.Key.Person).Booked(State.Id, entry.Key.Shift, entry.Card);
            return new(entry.Key, entry.Card, (await wake).Wake);
        }
        catch (Exception e) when (e is LedgerException or TimeoutException or OrleansException)
        {
            return null;
        }
    }
}
