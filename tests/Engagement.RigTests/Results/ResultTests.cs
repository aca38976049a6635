using System.Xml.Linq;
using Engagement.Rig;
using Engagement.Rig.Results;

namespace Engagement.RigTests.Results;

public class ResultTests
{
    private static readonly Machine Machine = new(2, "a cpu", 4, "Linux 6", 0.5, new() { [".NET"] = "10" });

    private static readonly Column[] Columns = [new("rate", "pairs/s", "n0"), new("other", "other", "n1")];

    private static Sample Of(int round, string row, double rate, string seconds = "8", params string[] notes) =>
        new("peers", new() { ["seconds"] = seconds }, round, row, new() { ["rate"] = rate }, notes, Machine, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Table_TwoRows_ShowsSpreadNotesAndADashForWhatIsMissing()
    {
        var result = Result.Of([Of(1, "b", 5), Of(2, "b", 7), Of(1, "a", 1_000, notes: "lost | one"), Of(2, "a", 2_000)], ["a", "b", "never"]);

        Assert.Equal("""
            | peer | pairs/s | other | check |
            |---|---:|---:|---|
            | a | 1,500 (1,000 .. 2,000) | - | lost \| one |
            | b | 6 (5 .. 7) | - |  |

            """.ReplaceLineEndings("\n"), MarkdownTable.Of(result, "peer", Columns, row => string.Join(' ', row.Notes), "check"));
    }

    [Fact]
    public void File_BegunAgain_HasCompleteRoundsOfTheSameParametersOnly()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rig-results-").FullName, "deep", "results.jsonl");
        var first = new ResultsFile(path);
        foreach (var sample in new[] { Of(1, "a", 1), Of(1, "b", 2), Of(2, "a", 3), Of(1, "a", 9, seconds: "30"), Of(3, "b", 5), Of(3, "a", 4), Of(3, "a", 6) })
        {
            first.Append(sample);
        }

        File.AppendAllText(path, """{"Command":"peers","Par"""); // killed while it wrote
        var again = new ResultsFile(path);
        again.Append(Of(4, "a", 7));
        again.Append(Of(4, "b", 8));

        foreach (var file in new[] { again, new ResultsFile(path) })
        {
            var complete = file.Complete("peers", new() { ["seconds"] = "8" }, ["a", "b"]);
            Assert.Equal([(1, "a", 1), (1, "b", 2), (3, "b", 5), (3, "a", 6), (4, "a", 7), (4, "b", 8)],
                complete.Select(sample => (sample.Round, sample.Row, sample.Figures["rate"])));
        }
    }

    [Fact]
    public void Chart_Bars_AreToScaleWithWhiskersAndEscapedNames()
    {
        var svg = XDocument.Parse(BarChart.Svg("Fast & <slow>", "pairs a second", "n0", [new("a", new(100, 80, 200, 3)), new("b <c>", new(50, 50, 50, 3))]));

        XNamespace space = "http://www.w3.org/2000/svg";
        var widths = svg.Descendants(space + "rect").Select(bar => (double)bar.Attribute("width")!).ToArray();
        Assert.Equal(widths[0], 2 * widths[1], 0.11);
        var whisker = svg.Descendants(space + "path").Select(path => (string)path.Attribute("d")!).First();
        Assert.StartsWith("M330.0 63H600.0M", whisker); // 80 and 200 of 200 on 450 pixels from 150 on
        Assert.Contains("b <c>", svg.Descendants(space + "text").Select(text => text.Value));
        Assert.Contains("prefers-color-scheme: dark", svg.Descendants(space + "style").Single().Value);
    }

    [Fact]
    public void Chart_BarWithALimit_MarksItToScale()
    {
        var svg = XDocument.Parse(BarChart.Svg("Waits", "seconds", "n1", [new("a", new(1, 1, 1, 1), Limit: 5), new("b", new(2, 2, 2, 1))]));
        var limit = Assert.Single(svg.Descendants(), element => (string?)element.Attribute("class") == "limit");
        Assert.StartsWith("M600.0 ", (string)limit.Attribute("d")!); // the limit is the longest: at the right end
        Assert.Contains(svg.Descendants(), element => element.Value.EndsWith("dashed: target", StringComparison.Ordinal));
    }

    [Fact]
    public void Section_BetweenMarkers_IsReplacedAndNothingElse()
    {
        const string Document = "before\n<!-- rig:a -->\nold\n<!-- /rig:a -->\nafter <!-- rig:b -->\n";

        var once = DocSection.Replace(Document, "a", "new\nlines\n\n");

        Assert.Equal("before\n<!-- rig:a -->\nnew\nlines\n<!-- /rig:a -->\nafter <!-- rig:b -->\n", once);
        Assert.Equal(once, DocSection.Replace(once, "a", "new\nlines"));
        Assert.Throws<RigException>(() => DocSection.Replace(Document, "b", "x"));
    }
}
