using System.Xml.Linq;

namespace Engagement.Tests.Look;

/// <summary>The sources of texts and views.</summary>
internal static class TextFiles
{
    public static string Web { get; } = Path.GetDirectoryName(LookHost.WebRoot)!;

    public static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Web, "Resources", file)).Root!.Elements("data")
        .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    public static string Sources() => string.Join('\n', Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
}
