using System.Text.RegularExpressions;

namespace Engagement.Tests.Look;

/// <summary>What holds on every page, whatever the model.</summary>
public sealed partial class PageTests(LookHost host) : IClassFixture<LookHost>
{
    public static TheoryData<string> Names => [.. Scenes.All.Select(scene => scene.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Render_EveryScene_KeepsTheContentPolicy(string name)
    {
        foreach (var html in await Everyway(name))
        {
            Assert.DoesNotMatch(@"<[^>]+\sstyle\s*=", html);
            Assert.DoesNotMatch(@"<style|<script(?![^>]*\ssrc=)|<[^>]+\son[a-z]+\s*=|javascript:", html);
            Assert.DoesNotContain("<script>x", html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Render_EveryForm_CarriesTokenAndCommand(string name)
    {
        foreach (Match form in Form().Matches(await host.Page(Find(name))))
        {
            if (form.Value.Contains("method=\"get\"", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("name=\"__RequestVerificationToken\"", form.Value, StringComparison.Ordinal); // a search changes nothing, and no address carries a token
                continue;
            }

            Assert.Contains("method=\"post\"", form.Value, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(form.Value, "name=\"__RequestVerificationToken\""));
            var command = Assert.Single(Regex.Matches(form.Value, "name=\"command\"[^>]*value=\"([^\"]+)\""));
            Assert.Equal(7, Guid.Parse(command.Groups[1].Value).Version);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Render_EveryScene_CanBeReadAloud(string name)
    {
        var html = await host.Page(Find(name));
        Assert.Contains("<html lang=\"zh-CN\"", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await host.Page(Find(name), "en"), StringComparison.Ordinal);
        Assert.True(html.Contains("href=\"#main\"", StringComparison.Ordinal) || !html.Contains("<nav", StringComparison.Ordinal), "nothing to skip, or a way to skip it");
        Assert.Matches("<title>[^<]+</title>", html);
        var levels = Regex.Matches(html, "<h([1-6])[ >]").Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} then h{pair.Second}"));
        foreach (Match field in Regex.Matches(html, "<(?:input|textarea|select)(?![^>]*type=\"hidden\")[^>]*>"))
        {
            var id = Regex.Match(field.Value, " id=\"([^\"]+)\"").Groups[1].Value;
            var labelled = (id.Length > 0 && html.Contains($"for=\"{id}\"", StringComparison.Ordinal))
                || Regex.IsMatch(html[..field.Index], "<label[^>]*>(?:(?!</label>).)*$", RegexOptions.Singleline);
            Assert.True(labelled, field.Value);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Render_EveryScene_ShowsNoKey(string name)
    {
        var keys = TextFiles.Read("Texts.resx").Keys.ToHashSet();
        foreach (var html in await Everyway(name))
        {
            var words = Regex.Matches(Regex.Replace(html, "<[^>]+>", " "), @"[A-Z]\w+\.[\w.]*\w").Select(match => match.Value);
            Assert.DoesNotContain(words, word => keys.Contains(word) || Regex.IsMatch(word, @"^[A-Z]\w+\.[A-Z]"));
        }
    }

    [Fact]
    public async Task Render_TwoLanguages_ReadTheirOwnFile()
    {
        var scene = Find("home");
        Assert.Contains("写一枝玫瑰", await host.Page(scene), StringComparison.Ordinal);
        Assert.Contains("Write a rose", await host.Page(scene, "en"), StringComparison.Ordinal);
        Assert.Contains("写一枝玫瑰", await host.Page(scene, "fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_Instants_AreShanghaiTime() =>
        Assert.Contains("11月24日 18:40", await host.Page(Find("sealed")), StringComparison.Ordinal);

    [Fact]
    public async Task Render_LargeText_MarksTheRoot()
    {
        Assert.Matches("<html[^>]* data-care>", await host.Page(Find("home"), large: true));
        Assert.DoesNotMatch("<html[^>]* data-care", await host.Page(Find("home")));
    }

    [Theory]
    [InlineData("Home", "Index"), InlineData("Roses", "New"), InlineData("Mine", "Index"), InlineData("Boards", "Index"), InlineData("Bouquets", "Show")]
    [InlineData("Settings", "Name"), InlineData("Console", "Letters"), InlineData("Anything", "State")]
    public void View_ByController_IsBesideItOrShared(string controller, string view) => Assert.True(host.Finds(controller, view));

    private static Scene Find(string name) => Scenes.All.Single(scene => scene.Name == name);

    private async Task<string[]> Everyway(string name) =>
        [await host.Page(Find(name)), await host.Page(Find(name), "en", large: true), await host.Page(Find(name), wechat: true)];

    // A form that only looks something up changes nothing and carries nothing.
    [GeneratedRegex("<form(?![^>]*method=\"get\").*?</form>", RegexOptions.Singleline)] private static partial Regex Form();
}
