namespace Engagement.Web.Console;

/// <summary>What a browser says it is, in a few words that its owner recognises.</summary>
public static class BrowserKind
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>Such as "Edge · Windows"; empty when it says nothing known.</summary>
    public static string Of(string agent) => string.Join(" · ", new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
