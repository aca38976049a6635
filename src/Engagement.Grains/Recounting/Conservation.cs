using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Paper;
using Engagement.Grains.Couriers;
using Engagement.Grains.Hours;
using Engagement.Grains.Participants;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Volunteers;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;

namespace Engagement.Grains.Recounting;

/// <summary>No rose comes from nowhere and none disappears: per person and in the campaign (design.md §5).</summary>
internal sealed class Conservation(long now, int keptHours)
{
    private sealed class Account
    {
        public Purse? Purse;
        public bool Closed;
        public long Born;
        public long CameBack;
        public long OnTheWay;
        public long InBouquets;
        public long LeftOver;
        public long LeftoverOnTheWay;
    }

    private readonly Dictionary<ParticipantId, Account> _accounts = [];

    private readonly HashSet<RoseId> _roses = [];
    private readonly Dictionary<RoseId, ParticipantId> _cameBack = [];
    private readonly Dictionary<BouquetId, BouquetState> _bouquets = [];
    private readonly Dictionary<BouquetId, int> _won = [];
    private readonly Dictionary<ParticipantId, StationState> _stations = [];

    private readonly HashSet<PhoneKey> _listed = [];
    private readonly Dictionary<int, RoseBatchState> _batches = [];
    private readonly Dictionary<int, int> _scanned = [];
    private readonly Dictionary<ParticipantId, int> _lying = [];

    /// <summary>Roses by where they are.</summary>
    public SortedDictionary<string, long> Roses { get; } = [];

    public void Add(ParticipantState person)
    {
        var account = Of(person.Id);
        (account.Purse, account.Closed) = (person.Purse, !person.IsOpen);
    }

    public void Add(RosterState roster) => _listed.Add(roster.Phone);

    public void Add(RoseState rose)
    {
        _roses.Add(rose.Id);
        var stage = rose.Status == RoseStatus.Held && rose.Since + keptHours * 3_600_000L <= now ? "Kept" : rose.Status.ToString();
        Roses[stage] = Roses.GetValueOrDefault(stage) + 1;
        if (rose.Lies)
        {
            _lying[rose.Holder] = _lying.GetValueOrDefault(rose.Holder) + 1;
        }

        if (rose.Paper is { } paper)
        {
            _scanned[paper.Batch] = _scanned.GetValueOrDefault(paper.Batch) + 1;
            return;
        }

        if (!rose.Bouquet.IsNone)
        {
            _won[rose.Bouquet] = _won.GetValueOrDefault(rose.Bouquet) + 1;
            return;
        }

        Of(rose.Sender).Born++;
        if (rose.Status is RoseStatus.Returned or RoseStatus.Withdrawn)
        {
            Of(rose.Sender).CameBack++;
            _cameBack[rose.Id] = rose.Sender;
        }
    }

    public void Add(BouquetState bouquet)
    {
        _bouquets[bouquet.Id] = bouquet;
        Of(bouquet.Sender).InBouquets += bouquet.Roses;
        Of(bouquet.Sender).LeftOver += bouquet.SettledAt > 0 ? bouquet.RosesLeft : 0;
    }

    public void Add(StationState station) => _stations[station.Id.InChains] = station;
    public void Add(RoseBatchState batch) => _batches[batch.Number] = batch;

    // A bouquet's leftovers on their way: exactly what its record says is left.
    private string? AddLeftover(string message, string[] parts)
    {
        if (parts.Length != 5 || !BouquetId.TryParse(parts[2], out var id) || !_bouquets.TryGetValue(id, out var bouquet)
            || bouquet.SettledAt == 0 || BouquetEffects.Leftover(bouquet) != message)
        {
            return "what a settled bouquet of that person has left";
        }

        Of(bouquet.Sender).LeftoverOnTheWay += bouquet.RosesLeft;
        return null;
    }

    /// <summary>A message that is on its way. Null when it belongs to what it says, else what is wrong.</summary>
    public string? Add(string message)
    {
        var parts = message.Split(':');
        if (parts[0] == "leftover")
        {
            return AddLeftover(message, parts);
        }

        if (parts[0] is "affiliate" or "enrol" or "dismiss" or "depart")
        {
            var known = ParticipantId.TryParse(parts.ElementAtOrDefault(1), out var rider) && _accounts.TryGetValue(rider, out var found) && found.Purse is not null;
            return known ? null : "a person who is or was a courier";
        }

        if (parts[0] == "thank")
        {
            bool Known(int at) => ParticipantId.TryParse(parts[at], out var id) && _accounts.TryGetValue(id, out var found) && found.Purse is not null;
            return parts.Length == 6 && Known(1) && Known(2) ? null : "a person's thanks to a courier";
        }

        if (parts[0] == "free")
        {
            return parts.Length >= 4 && PhoneKey.TryParse(parts[1], out var phone) && _listed.Contains(phone) ? null : "a number that a company lists or listed";
        }

        if (parts[0] is "notice" or "erase")
        {
            var told = ParticipantId.TryParse(parts.ElementAtOrDefault(1), out var of) && _accounts.TryGetValue(of, out var account) ? account : null;
            return told?.Purse is null || parts[0] == "erase" && !told.Closed ? "a person to tell, or a closed account to forget" : null;
        }

        if (parts[0] == ProtectionEffects.LookKind)
        {
            return parts.Length == 3 && CivicActId.TryParse(parts[1], out _) ? null : "an act whose letter is to be looked at";
        }

        if (parts[0] is PhotoEffects.KeepKind or PhotoEffects.DropKind)
        {
            return parts.Length == 4 && PhotoHash.IsOne(parts[1]) && ParticipantId.TryParse(parts[2], out _) ? null : "a photo, who brought it and what shows it";
        }

        if (parts[0] == HourEffects.Message)
        {
            return parts.Length == 4 && ParticipantId.TryParse(parts[1], out _) ? null : "a volunteer's shift, make-up or correction";
        }

        if (parts[0] == HourEffects.WatchMessage)
        {
            return parts.Length == 2 && ActivityId.TryParse(parts[1], out _) ? null : "an activity whose hours are to be looked at";
        }

        if (VolunteerEffects.IsMessage(parts[0]))
        {
            return VolunteerEffects.Fault(parts);
        }

        if (parts[0] == "check")
        {
            return parts.Length == 3 && RoseId.TryParse(parts[1], out var written) && _roses.Contains(written) ? null : "a rose whose words wait for a check";
        }

        if (parts.Length != 3 || !ParticipantId.TryParse(parts[1], out var person) || !RoseId.TryParse(parts[2], out var rose)
            || !_cameBack.TryGetValue(rose, out var sender) || sender != person)
        {
            return "a rose of that person that came back";
        }

        Of(person).OnTheWay++;
        return null;
    }

    public IEnumerable<Difference> Differences()
    {
        foreach (var id in _bouquets.Keys.Union(_won.Keys))
        {
            var taken = _bouquets.TryGetValue(id, out var bouquet) ? bouquet.Roses - bouquet.RosesLeft : 0;
            if (taken != _won.GetValueOrDefault(id))
            {
                yield return new("conservation", $"bouquet:{id}", "roses born", _won.GetValueOrDefault(id).ToString(CultureInfo.InvariantCulture),
                    taken.ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (var (id, station) in _stations)
        {
            var born = _accounts.Remove(id, out var giver) ? giver.Born : 0; // it has no purse
            foreach (var (name, stored, expected) in new (string, long, long)[]
            {
                ("stock + handed out", station.Stock + station.HandedOut, station.Supplied + station.Corrected),
                ("handed out", station.HandedOut, born),
            })
            {
                if (stored != expected)
                {
                    yield return new("conservation", $"station:{station.Id}", name,
                        stored.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        foreach (var (id, roses) in _lying.Where(place => !_stations.ContainsKey(place.Key)))
        {
            yield return new("record", $"station:{id}", "", "none", $"where {roses} roses lie");
        }

        foreach (var number in _batches.Keys.Union(_scanned.Keys))
        {
            var bound = _batches.TryGetValue(number, out var batch) ? batch.Born : 0;
            if (bound != _scanned.GetValueOrDefault(number))
            {
                yield return new("conservation", $"batch:{number}", "roses born", _scanned.GetValueOrDefault(number).ToString(CultureInfo.InvariantCulture),
                    bound.ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (var (id, account) in _accounts)
        {
            if (account.Purse is not { } purse)
            {
                yield return new("record", $"participant:{id}", "", "none", $"the sender of {account.Born} roses");
                continue;
            }

            foreach (var (name, stored, expected) in new (string, long, long)[]
            {
                ("remaining + lapsed + sent + bouquets", purse.Remaining + purse.AllLapsed + purse.AllSent + purse.AllBouquets,
                    purse.AllGranted + purse.AllRestored + purse.Leftovers),
                ("in bouquets", purse.AllBouquets + purse.BudgetOut, account.InBouquets),
                ("leftovers + on the way", purse.Leftovers + purse.BudgetLeftovers + account.LeftoverOnTheWay, account.LeftOver),
                ("sent", purse.AllSent, account.Born),
                ("restored + on the way", purse.AllRestored + account.OnTheWay, account.CameBack),
            })
            {
                if (stored != expected)
                {
                    yield return new("conservation", $"participant:{id}", name,
                        stored.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }

    private Account Of(ParticipantId id) => _accounts.TryGetValue(id, out var account) ? account : _accounts[id] = new();
}
