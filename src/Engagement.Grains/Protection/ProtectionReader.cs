using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Protection;

/// <summary>How a company answered its couriers' letters.</summary>
public sealed record ProtectionTally(long Issued, long Honoured, long Refused);

/// <summary>Plain reads of good-deed letters.</summary>
public sealed class ProtectionReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, PersonReader people, SignedLetter letters)
{
    /// <summary>The letter's record; null when there is none.</summary>
    public async Task<ProtectionState?> Read(CivicActId act)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ProtectionState.Kind, act.ToString()));
        return record is null ? null : format.Read<ProtectionState>(record);
    }

    /// <summary>The letter as it was signed; null when it is gone.</summary>
    public async Task<string?> Open(ProtectionState letter)
    {
        if (letter.Signed is not { } box || await people.Read(letter.Courier) is not { IsOpen: true, Salt.Length: > 0 } courier)
        {
            return null;
        }

        try
        {
            return keys.Open(box, courier.Salt);
        }
        catch (CryptographicException)
        {
            return null; // changed in the store: nothing that this city signed
        }
    }

    /// <summary>What the letter says, if it is still as it was signed.</summary>
    public async Task<LetterClaims?> Claims(ProtectionState letter) => letters.Verify(await Open(letter));

    /// <summary>A courier's letters, newest first.</summary>
    public Task<IReadOnlyList<ProtectionState>> Of(ParticipantId courier, int skip, int take) => Load(ProtectionEffects.Of(courier), skip, take, Order.Descending);

    /// <summary>A company's letters: those that wait, oldest first, or the others, newest first.</summary>
    public Task<IReadOnlyList<ProtectionState>> For(string company, bool open, int skip, int take) =>
        Load(ProtectionEffects.For(company, open), skip, take, open ? Order.Ascending : Order.Descending);

    /// <summary>How many letters wait for the company.</summary>
    public Task<long> Waiting(string company) => store.Database.SortedSetLengthAsync(cell.Key(ProtectionEffects.For(company, open: true)));

    /// <summary>How the company answered so far.</summary>
    public async Task<ProtectionTally> Tally(string company)
    {
        var fields = await store.Database.HashGetAsync(cell.Key(ProtectionEffects.Totals), [$"issued:{company}", $"honoured:{company}", $"refused:{company}"]);
        return new((long)fields[0], (long)fields[1], (long)fields[2]);
    }

    private async Task<IReadOnlyList<ProtectionState>> Load(string index, int skip, int take, Order order)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(index), skip, skip + take - 1, order);
        return [.. (await Task.WhenAll(members.Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))))).OfType<ProtectionState>()];
    }
}
