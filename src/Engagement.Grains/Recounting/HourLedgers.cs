using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Recounting;

/// <summary>Every volunteer's totals are the sum of their entries, and every chain is whole: none changed, none missing, none put in (VH-08).</summary>
internal sealed class HourLedgers
{
    private const int Digits = 16; // of a hash: enough to tell where a chain broke, and few enough for millions of entries

    private readonly Dictionary<ParticipantId, Ledger> _ledgers = [];
    private readonly List<Difference> _differences = [];

    public void Add(VolunteerState volunteer) => Of(volunteer.Id).Record = (volunteer.Hours, Short(volunteer.Head));

    public void Add(ServiceRecord entry)
    {
        var ledger = Of(entry.Volunteer);
        ledger.Sum = HourSums.Plus(ledger.Sum, entry);
        ledger.Links.Add((entry.Number, Short(entry.Previous), Short(entry.Hash)));
        if (!HourChain.Holds(entry))
        {
            _differences.Add(new("hours", $"{ServiceState.Kind}:{entry.Id}", "hash", Shown(entry.Hash), "that of the entry: it was changed"));
        }
    }

    public IEnumerable<Difference> Differences() => _differences.Concat(_ledgers.SelectMany(pair => Check($"{VolunteerState.Kind}:{pair.Key}", pair.Value)));

    private static IEnumerable<Difference> Check(string key, Ledger ledger)
    {
        var (totals, head) = ledger.Record;
        if (totals != ledger.Sum)
        {
            yield return new("hours", key, "totals", $"{totals}", $"{ledger.Sum}");
        }

        var (number, hash) = (0, 0UL);
        foreach (var link in ledger.Links.OrderBy(link => link.Number))
        {
            number++;
            if (link.Number != number || link.Previous != hash)
            {
                yield return new("hours", key, string.Create(CultureInfo.InvariantCulture, $"entry {link.Number}"), "a broken chain", $"entry {number} after {hash:x16}");
                yield break;
            }

            hash = link.Hash;
        }

        if (head != hash)
        {
            yield return new("hours", key, "head", $"{head:x16}", $"{hash:x16}");
        }
    }

    private Ledger Of(ParticipantId volunteer)
    {
        if (!_ledgers.TryGetValue(volunteer, out var ledger))
        {
            _ledgers[volunteer] = ledger = new();
        }

        return ledger;
    }

    private static string Shown(string hash) => hash.Length > Digits ? hash[..Digits] : hash;

    private static ulong Short(string hash) => ulong.TryParse(Shown(hash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digits) ? digits : 0;

    private sealed class Ledger
    {
        public (HourTotals Totals, ulong Head) Record = (new(), 0);
        public HourTotals Sum = new();
        public readonly List<(int Number, ulong Previous, ulong Hash)> Links = [];
    }
}
