using Engagement.Contracts;
using Engagement.Grains;

namespace Engagement.Web.Problems;

/// <summary>Calls grains for a request: stops waiting after a second, and tries once more where nothing was written.</summary>
public sealed class Calls(CellGrains grains)
{
    /// <summary>After this a request is answered OutcomeUnknown; the grain's own write goes on (design.md §10).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A rose.</summary>
    public Task<T> Rose<T>(RoseId rose, Func<IRoseGrain, Task<T>> call) => Run(() => call(grains.Rose(rose)));

    /// <summary>A bouquet.</summary>
    public Task<T> Bouquet<T>(BouquetId bouquet, Func<IBouquetGrain, Task<T>> call) =>
        Run(() => call(grains.Bouquet(bouquet)));

    /// <summary>A person.</summary>
    public Task<T> Participant<T>(ParticipantId person, Func<IParticipantGrain, Task<T>> call) =>
        Run(() => call(grains.Participant(person)));

    /// <summary>A WeChat identity, by its HMAC.</summary>
    public Task<T> Identity<T>(string identity, Func<IIdentityGrain, Task<T>> call) =>
        Run(() => call(grains.Identity(identity)));

    // Commands are idempotent, so a retry is always safe; after these failures it is also known to be useful.
    private static async Task<T> Run<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().WaitAsync(Patience);
        }
        catch (LedgerException e) when (e.Failure is LedgerFailure.Conflict or LedgerFailure.LeaseLost or LedgerFailure.BirthExists or LedgerFailure.AlreadyDone)
        {
            return await call().WaitAsync(Patience);
        }
    }
}
