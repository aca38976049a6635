using Engagement.Grains.Moderation;

namespace Engagement.Tests.Moderation;

public sealed class WordListTests
{
    [Fact]
    public void LicensedList_Embedded_HasThreeHundredEntriesThatAct()
    {
        var acting = WordList.Embedded("ldnoobw.txt").Words.Where(word => word.Verdict.Outcome is not ModerationOutcome.Pass);
        Assert.InRange(acting.Select(word => word.Text).Distinct().Count(), 300, 3_000);
    }

    [Fact]
    public void LicensedList_Header_NamesSourceVersionAndLicence()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("Engagement.Grains.Moderation.Words.ldnoobw.txt")!;
        var head = new StreamReader(stream).ReadToEnd()[..400];
        Assert.Contains("npm:naughty-words", head);
        Assert.Contains("version: 1.2.0", head);
        Assert.Contains("CC-BY-4.0", head);
    }

    [Fact]
    public void RefusedEntries_OfOneCharacter_AreNotOrdinaryChinese()
    {
        // Basic characters that stand alone here are read nowhere else; everything rarer is Cantonese slang.
        var alone = WordList.Embedded("ldnoobw.txt", "own.txt").Words.Where(word => word.Text.EnumerateRunes().Count() == 1);
        Assert.All(alone, word => Assert.Contains(word.Text, "屄屌肏閪㞗𨳒𨳍"));
    }

    [Fact]
    public void Politics_InBothLists_IsNeverRefused() =>
        Assert.DoesNotContain(ModerationVerdict.Refuse(ModerationCategory.Politics), WordList.Embedded("ldnoobw.txt", "own.txt").Words.Select(word => word.Verdict));

    [Theory]
    [InlineData("[abuse maybe]\n词", "list.txt:1")]
    [InlineData("# head\n词", "list.txt:2")]
    [InlineData("[abuse hold]\n好 / ！", "list.txt:2")]
    public void Parse_BadLine_NamesFileAndLine(string text, string place) =>
        Assert.StartsWith(place, Assert.Throws<InvalidDataException>(() => WordList.Parse("list.txt", text).ToList()).Message);

    [Fact]
    public void Find_OverlappingEntries_FindsEveryOne()
    {
        ListedWord[] words = [new("ab", default), new("abc", default), new("bc", default), new("c", default), new("xabcy", default)];
        var found = new WordAutomaton(words).Find("zabcab").Select(hit => (hit.Start, words[hit.Word].Text)).Order();
        Assert.Equal([(1, "ab"), (1, "abc"), (2, "bc"), (3, "c"), (4, "ab")], found);
    }

    [Fact]
    public void Find_RandomTexts_AgreesWithNaiveSearch()
    {
        var random = new Random(20261123);
        string Word(int longest) => string.Create(random.Next(1, longest), random, (span, source) => { foreach (ref var c in span) c = (char)('a' + source.Next(3)); });
        for (var round = 0; round < 200; round++)
        {
            var words = Enumerable.Range(0, 8).Select(_ => Word(5)).Distinct().Select(text => new ListedWord(text, default)).ToArray();
            var text = Word(30);
            var naive = from start in Enumerable.Range(0, text.Length) from word in words
                        where text.AsSpan(start).StartsWith(word.Text) select (start, word.Text);
            Assert.Equal(naive.Order(), new WordAutomaton(words).Find(text).Select(hit => (hit.Start, words[hit.Word].Text)).Order());
        }
    }
}
