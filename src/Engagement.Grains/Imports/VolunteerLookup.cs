using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Imports;

/// <summary>Finds the volunteer that a row of another system names: by volunteer number, or by the HMAC of the ID number. Plain reads.</summary>
public sealed class VolunteerLookup(VolunteerReader volunteers, HourReader hours, StoreConnection store, RecordFormat format, Cell cell)
{
    private const int LongestWay = 8; // accounts that were joined one after another

    /// <summary>The account that goes on for this person; none when nobody is registered under it, or the account was closed.</summary>
    public async Task<ParticipantId> Find(HourImportRow row)
    {
        var id = row.Number is { } number ? await volunteers.ByNumber(number) : await ByIdNumber(row.IdNumber);
        for (var way = 0; !id.IsNone && way < LongestWay; way++)
        {
            if (await hours.Volunteer(id) is not { Locked: 0 } state)
            {
                return default;
            }

            if (state.MergedInto.IsNone)
            {
                return id;
            }

            id = state.MergedInto;
        }

        return default;
    }

    private async Task<ParticipantId> ByIdNumber(RealNameKey key)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(RealNameState.Kind, key.ToString()));
        return record is null ? default : format.Read<RealNameState>(record).Owner;
    }
}
