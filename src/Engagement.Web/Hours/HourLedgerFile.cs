using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;

namespace Engagement.Web.Hours;

/// <summary>
/// A volunteer's ledger as a file that anybody can check without this site (VH-08): every entry as it was hashed, and the whole signed by the city's key. The
/// same entries always make the same bytes.
/// </summary>
public sealed class HourLedgerFile(HourReader hours, CellSigner signer, Cell cell, HourWords words)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All lines, for the person's own export.</summary>
    public async Task<IReadOnlyList<LedgerLine>> Lines(ParticipantId volunteer) => Lines(await Entries(volunteer));

    /// <summary>The first <paramref name="entries"/> entries; null when there are not that many, or the account is locked.</summary>
    public async Task<byte[]?> Of(ParticipantId volunteer, int entries)
    {
        var all = await Entries(volunteer);
        if (entries < 1 || entries > all.Count)
        {
            return null;
        }

        var shown = all.Take(entries).ToArray();
        var totals = HourSums.Of(shown);
        return JsonSerializer.SerializeToUtf8Bytes(
            new LedgerDocument(
                "engagement-hours-1", cell.Campaign, volunteer.ToString(), signer.KeyId, totals.Credit, totals.Honour, totals.Imported, totals.Held, shown[^1].Hash, Lines(shown)),
            Json);
    }

    /// <summary>The signature of such a file, in DER as openssl has it.</summary>
    public byte[] Sign(byte[] file) => signer.Sign(file);

    private async Task<IReadOnlyList<ServiceRecord>> Entries(ParticipantId volunteer) =>
        await hours.Volunteer(volunteer) is { Locked: 0 } ? await hours.All(volunteer) : [];

    private IReadOnlyList<LedgerLine> Lines(IReadOnlyList<ServiceRecord> entries)
    {
        var numbers = entries.ToDictionary(entry => entry.Id, entry => entry.Number);
        return [.. entries.Select(entry => new LedgerLine(
            entry.Number, Local(entry.From), Local(entry.RecordedAt), entry.Title, words.Organisation(entry), entry.Minutes,
            words.Explain(entry, numbers.GetValueOrDefault(entry.Offsets)), HourChain.Written(entry), entry.Hash))];
    }

    private static DateTimeOffset Local(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);

    private sealed record LedgerDocument(
        string Format, string Campaign, string Volunteer, string Key, int CreditMinutes, int HonourMinutes, int ImportedMinutes, int HeldMinutes, string Head,
        IReadOnlyList<LedgerLine> Entries);
}

/// <summary>An entry of a ledger: to be read, and as it was hashed.</summary>
public sealed record LedgerLine(
    int Number, DateTimeOffset From, DateTimeOffset RecordedAt, string Title, string Organisation, int Minutes, string Explanation, string Written, string Hash);
