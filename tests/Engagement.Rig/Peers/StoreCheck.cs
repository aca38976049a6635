using Engagement.Grains.Campaigns;

namespace Engagement.Rig.Peers;

/// <summary>The conservation check, the same for every peer: what was acknowledged is stored, no more and no less.</summary>
internal static class StoreCheck
{
    private const int Shown = 4;

    /// <summary>Every difference in words; none when the peer holds. Roses acknowledged since the last check are looked at one by one.</summary>
    public static async Task<IReadOnlyList<string>> Run(Books books, IStoreView store)
    {
        List<string> wrong = [.. books.Refused.Select(refusal => $"{refusal.Value} answers were {refusal.Key}")];
        books.Refused.Clear();
        var totals = await store.Totals();
        if (totals != (books.Sent, books.Claimed, books.Sent, books.Claimed))
        {
            wrong.Add($"totals: {totals.Sent} sent and {totals.Claimed} claimed are stored, by day {totals.SentOnDays} and {totals.ClaimedOnDays}; "
                + $"{books.Sent} and {books.Claimed} were acknowledged");
        }

        await Boards(books, store, wrong);
        await People(books, store, wrong);
        await Roses(books, store, wrong);
        return wrong;
    }

    private static async Task Boards(Books books, IStoreView store, List<string> wrong)
    {
        foreach (var board in new[] { "organisation", "company" })
        {
            var must = books.Boards.Where(entry => entry.Key.Board == board).ToDictionary(entry => entry.Key.Member, entry => entry.Value);
            foreach (var (name, periods) in new (string, IEnumerable<string>)[]
            {
                ("whole", ["all"]), ("weeks", books.Days.Select(day => "w" + ShanghaiDay.WeekOf(day)).Distinct()), ("days", books.Days.Select(day => "d" + day)),
            })
            {
                var has = new Dictionary<string, long>();
                foreach (var period in periods)
                {
                    foreach (var (member, count) in await store.Board(board, period))
                    {
                        has[member] = has.GetValueOrDefault(member) + count;
                    }
                }

                var differ = must.Keys.Union(has.Keys).Where(member => must.GetValueOrDefault(member) != has.GetValueOrDefault(member)).ToArray();
                if (differ.Length > 0)
                {
                    wrong.Add($"board {board}, {name}: {has.Values.Sum()} are shown, {must.Values.Sum()} were acknowledged as counted; {differ.Length} units differ");
                }
            }
        }
    }

    private static async Task People(Books books, IStoreView store, List<string> wrong)
    {
        var boxes = await store.Boxes([.. books.People.Select(person => person.Id)]);
        var differ = Enumerable.Range(0, boxes.Count).Where(i => boxes[i] != (books.SentBy[i], books.TakenBy[i], books.TakenBy[i])).ToArray();
        if (differ.Length > 0)
        {
            var first = differ[0];
            wrong.Add($"people: {differ.Length} have other numbers of sent, received and held roses than was acknowledged, "
                + $"{books.People[first].Name} {boxes[first]} instead of {(books.SentBy[first], books.TakenBy[first], books.TakenBy[first])}");
        }
    }

    private static async Task Roses(Books books, IStoreView store, List<string> wrong)
    {
        var gifts = books.Unchecked.ToArray();
        books.Unchecked.Clear();
        foreach (var double_ in gifts.GroupBy(gift => gift.Rose).Where(group => group.Count() > 1).Take(Shown))
        {
            wrong.Add($"rose {double_.Key} was acknowledged {double_.Count()} times");
        }

        var (differ, example) = (0, "");
        foreach (var part in gifts.Chunk(1_000))
        {
            var roses = await store.Roses([.. part.Select(gift => gift.Rose)]);
            foreach (var (gift, rose) in part.Zip(roses))
            {
                var right = gift.Taker < 0 ? rose is not null
                    : rose == (books.People[gift.Giver].Id, books.People[gift.Taker].Id, 1);
                if (!right && differ++ == 0)
                {
                    example = $"{gift.Rose} is {(rose is { } stored ? $"with {stored.To} after {stored.Hops} hops" : "not there")}";
                }
            }
        }

        if (differ > 0)
        {
            wrong.Add($"roses: {differ} of {gifts.Length} are not in the hands of the one whose claim was acknowledged, {example}");
        }
    }
}
