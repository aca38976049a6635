using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;

namespace Engagement.Grains.Recounting;

/// <summary>No rose comes from nowhere and none disappears: per person and in the campaign (design.md §5).</summary>
internal sealed class Conservation(long now, int keptHours)
{
    private sealed class Account
    {
        public Purse? Purse;
        public long Born;
        public long CameBack;
        public long OnTheWay;
    }

    private readonly Dictionary<ParticipantId, Account> _accounts = [];

    private readonly Dictionary<RoseId, ParticipantId> _cameBack = [];

    /// <summary>Roses by where they are.</summary>
    public SortedDictionary<string, long> Roses { get; } = [];

    public void Add(ParticipantState person) => Of(person.Id).Purse = person.Purse;

    public void Add(RoseState rose)
    {
        var stage = rose.Status == RoseStatus.Held && rose.Latest!.At + keptHours * 3_600_000L <= now ? "Kept" : rose.Status.ToString();
        Roses[stage] = Roses.GetValueOrDefault(stage) + 1;
        if (!rose.Bouquet.IsNone)
        {
            return;
        }

        Of(rose.Sender).Born++;
        if (rose.Status is RoseStatus.Returned or RoseStatus.Withdrawn)
        {
            Of(rose.Sender).CameBack++;
            _cameBack[rose.Id] = rose.Sender;
        }
    }

    /// <summary>A restore that is on its way. Null when it belongs to a rose that came back, else what is wrong.</summary>
    public string? Add(string message)
    {
        var parts = message.Split(':');
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
                    purse.AllGranted + purse.AllRestored),
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
