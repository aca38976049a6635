using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Web.Problems;

/// <summary>Calls grains for a request: stops waiting after a second, and tries once more where nothing was written.</summary>
public sealed class Calls(IGrainFactory grains, Cell cell)
{
    /// <summary>After this a request is answered OutcomeUnknown; the grain's own write goes on (design.md §10).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A rose.</summary>
    public Task<T> Rose<T>(RoseId rose, Func<IRoseGrain, Task<T>> call) => Run(() => call(grains.GetGrain<IRoseGrain>(cell.GrainKey(rose.ToString()))));

    /// <summary>A bouquet.</summary>
    public Task<T> Bouquet<T>(BouquetId bouquet, Func<IBouquetGrain, Task<T>> call) =>
        Run(() => call(grains.GetGrain<IBouquetGrain>(cell.GrainKey(bouquet.ToString()))));

    /// <summary>A person.</summary>
    public Task<T> Participant<T>(ParticipantId person, Func<IParticipantGrain, Task<T>> call) =>
        Run(() => call(grains.GetGrain<IParticipantGrain>(cell.GrainKey(person.ToString()))));

    /// <summary>A WeChat identity, by its HMAC.</summary>
    public Task<T> Identity<T>(string identity, Func<IIdentityGrain, Task<T>> call) =>
        Run(() => call(grains.GetGrain<IIdentityGrain>(cell.GrainKey(identity))));

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
