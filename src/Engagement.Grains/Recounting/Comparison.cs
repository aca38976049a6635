using System.Globalization;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>Compares stored entries with expected ones. What matched is taken out of the expected; the rest is missing.</summary>
internal sealed class Comparison(List<Difference> differences)
{
    /// <summary>Stored entries that were compared.</summary>
    public long Entries { get; private set; }

    /// <summary>So many stored entries were compared in another way.</summary>
    public void Compared(int entries) => Entries += entries;

    public void Counter(Dictionary<string, Dictionary<string, long>> expected, string name, HashEntry[]? stored) =>
        Compare("counter", name, expected, stored?.Select(entry => (Members.Text(entry.Name), long.TryParse((string?)entry.Value, out var n) ? n : long.MinValue)), 0L);

    public void Board(Dictionary<string, Dictionary<string, Score>> expected, string name, SortedSetEntry[]? stored) =>
        Compare("board", name, expected, stored?.Select(entry => (Members.Text(entry.Element), Score.Unpack(entry.Score))), null);

    public void Index(Dictionary<string, Dictionary<string, long>> expected, string name, SortedSetEntry[]? stored) =>
        Compare(name == "agenda" ? name : "index", name, expected, stored?.Select(entry => (Members.Text(entry.Element), (long)entry.Score)), null);

    /// <summary>What was expected and is not stored.</summary>
    public void Missing(Expected expected)
    {
        foreach (var (name, members) in expected.Counters)
        {
            Rest("counter", name, members, 0L);
        }

        foreach (var (name, members) in expected.Boards)
        {
            Rest("board", name, members, null);
        }

        foreach (var (name, members) in expected.Indexes)
        {
            Rest(name == "agenda" ? name : "index", name, members, null);
        }
    }

    private void Compare<T>(string kind, string name, Dictionary<string, Dictionary<string, T>> all, IEnumerable<(string Member, T Value)>? stored, T? nothing)
        where T : struct
    {
        if (stored is null)
        {
            differences.Add(new(kind, name, "", "another type", "its own"));
            return;
        }

        all.Remove(name, out var expected);
        foreach (var (member, value) in stored)
        {
            Entries++;
            if (expected is null || !expected.Remove(member, out var right))
            {
                if (!value.Equals(nothing))
                {
                    differences.Add(new(kind, name, Members.Show(member), Show(value), "none") { Repair = new(kind == "counter", member, null) });
                }
            }
            else if (!value.Equals(right))
            {
                differences.Add(new(kind, name, Members.Show(member), Show(value), Show(right)) { Repair = new(kind == "counter", member, Packed(right)) });
            }
        }

        Rest(kind, name, expected ?? [], nothing);
    }

    private void Rest<T>(string kind, string name, Dictionary<string, T> members, T? nothing) where T : struct
    {
        foreach (var (member, value) in members)
        {
            if (!value.Equals(nothing))
            {
                differences.Add(new(kind, name, Members.Show(member), "none", Show(value)) { Repair = new(kind == "counter", member, Packed(value)) });
            }
        }
    }

    private static double Packed<T>(T value) => value is Score score ? score.Packed : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string Show<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
