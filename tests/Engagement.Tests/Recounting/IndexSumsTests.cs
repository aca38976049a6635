using Engagement.Grains.Recounting;
using StackExchange.Redis;

namespace Engagement.Tests.Recounting;

/// <summary>A sum names the set that is not what the records say, whatever is wrong with it, and no other.</summary>
public sealed class IndexSumsTests
{
    private static readonly SortedSetEntry[] Right = [new("a", 1), new("b", 2), new(new byte[] { 0, 255 }, 3)];

    [Fact]
    public void Store_WhatTheRecordsSayInAnotherOrder_IsEqual()
    {
        var sums = Said();
        sums.Store("held:x", [.. Right.Reverse()]);
        sums.Store("held:y", [new("a", 1)]);
        Assert.False(sums.AnyUnequal);
    }

    public static TheoryData<string, SortedSetEntry[]> Wrong() => new()
    {
        { "nothing", [] },
        { "one is missing", Right[1..] },
        { "one too many", [.. Right, new("c", 1)] },
        { "another score", [new("a", 2), .. Right[1..]] },
        { "scores changed places", [new("a", 2), new("b", 1), Right[2]] },
        { "another member", [new("c", 1), .. Right[1..]] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Store_SomethingElse_NamesTheSet(string what, SortedSetEntry[] stored)
    {
        var sums = Said();
        sums.Store("held:x", stored);
        sums.Store("held:y", [new("a", 1)]);
        Assert.True(sums.IsUnequal("held:x"), what);
        Assert.False(sums.IsUnequal("held:y"));
    }

    [Fact]
    public void Store_WhatBelongsToAnotherSet_NamesBoth()
    {
        var sums = Said();
        sums.Store("held:x", [.. Right, new("a", 1)]);
        Assert.True(sums.IsUnequal("held:x") && sums.IsUnequal("held:y"));
    }

    [Fact]
    public void Expect_OneMemberTwiceInOneRecord_MeansTheLast()
    {
        var sums = new IndexSums();
        sums.Expect(new("held:x", "a", 1));
        sums.Expect(new("held:x", "a", 2));
        sums.EndRecord();
        sums.Store("held:x", [new("a", 2)]);
        Assert.False(sums.AnyUnequal);
    }

    private static IndexSums Said()
    {
        var sums = new IndexSums();
        foreach (var entry in Right)
        {
            sums.Expect(new("held:x", entry.Element, (long)entry.Score));
            sums.EndRecord();
        }

        sums.Expect(new("held:y", "a", 1));
        sums.EndRecord();
        return sums;
    }
}
