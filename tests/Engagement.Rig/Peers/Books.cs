using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Rig.City;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary>One acknowledged send, and what became of its rose.</summary>
/// <param name="Rose">The rose's id.</param>
/// <param name="Giver">Index of who gave it.</param>
/// <param name="Taker">Index of who took it; -1 when its claim was refused.</param>
/// <param name="Counted">The claim was answered as counting on boards.</param>
internal readonly record struct Gift(string Rose, int Giver, int Taker, bool Counted);

/// <summary>What a peer acknowledged since its start: exactly this must be stored.</summary>
internal sealed class Books(Person[] people, ReferenceData reference)
{
    private readonly (string? Organisation, string? Company)[] _units =
        [.. people.Select(person => Resident.Of(person.Name, reference)).Select(units => (units.Organisation?.Id, units.Company?.Id))];

    public Person[] People => people;

    public long[] SentBy { get; } = new long[people.Length];

    public long[] TakenBy { get; } = new long[people.Length];

    public long Sent => SentBy.Sum();

    public long Claimed => TakenBy.Sum();

    /// <summary>Counted claims of each organisation's and each company's people, over all days.</summary>
    public Dictionary<(string Board, string Member), long> Boards { get; } = [];

    /// <summary>Days on which something was given.</summary>
    public SortedSet<int> Days { get; } = [];

    /// <summary>What was acknowledged since the last check, to be looked at rose by rose.</summary>
    public List<Gift> Unchecked { get; } = [];

    /// <summary>Answers that were neither done nor to be retried, by outcome.</summary>
    public Dictionary<string, int> Refused { get; } = [];

    /// <summary>Enters a slice. <paramref name="from"/> and <paramref name="to"/> are on the peer's clock.</summary>
    public void Enter(IEnumerable<Gift> gifts, IEnumerable<string> refusals, DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
        {
            Days.Add(ShanghaiDay.Of(day));
        }

        Days.Add(ShanghaiDay.Of(to));
        foreach (var gift in gifts)
        {
            Unchecked.Add(gift);
            SentBy[gift.Giver]++;
            if (gift.Taker < 0)
            {
                continue;
            }

            TakenBy[gift.Taker]++;
            if (gift.Counted)
            {
                Count("organisation", _units[gift.Giver].Organisation);
                Count("company", _units[gift.Giver].Company);
            }
        }

        foreach (var refusal in refusals)
        {
            Refused[refusal] = Refused.GetValueOrDefault(refusal) + 1;
        }
    }

    private void Count(string board, string? member)
    {
        if (member is not null)
        {
            Boards[(board, member)] = Boards.GetValueOrDefault((board, member)) + 1;
        }
    }
}
