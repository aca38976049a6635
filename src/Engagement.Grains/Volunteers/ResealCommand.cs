using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Grains.Volunteers;

/// <summary>
/// The subcommand `reseal`: after a newer key was configured (Keys:Seals), asks every volunteer's record whose names and
/// numbers an older key sealed to seal them again. It puts messages into the agenda; the running site carries them out.
/// </summary>
public static class ResealCommand
{
    /// <summary>Prints how many records wait. 0 when none does: then what an older key sealed of volunteers is gone; 1 while some do: repeat it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var (store, cell, format, keys) = (services.GetRequiredService<StoreConnection>(), services.GetRequiredService<Cell>(),
            services.GetRequiredService<RecordFormat>(), services.GetRequiredService<CellKeys>());
        await services.GetRequiredService<StoreCheck>().RequireAsync();
        var reader = new CellReader(store, cell);
        var (all, old) = (0, 0);
        await reader.ForEachAsync(reader.NamesAsync(static name => name.StartsWith(VolunteerState.Kind + ":", StringComparison.Ordinal)),
            static (redis, key) => redis.StringGetAsync(key), async (_, record) =>
            {
                var volunteer = format.Read<VolunteerState>((byte[])record!);
                all++;
                if (IdentityRules.Boxes(volunteer).Any(keys.IsOld))
                {
                    old++;
                    await store.Database.SortedSetAddAsync(cell.Key(RoseEffects.Agenda), VolunteerEffects.Reseal(volunteer.Id), 0, When.NotExists);
                }
            });
        await output.WriteLineAsync(old == 0
            ? $"All {all} volunteers' records are sealed with key {keys.SealsWith}."
            : $"{old} of {all} volunteers' records are to be sealed with key {keys.SealsWith}: the running site does it now. Repeat this until none is left.");
        return old == 0 ? 0 : 1;
    }
}
