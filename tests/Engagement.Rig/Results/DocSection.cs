namespace Engagement.Rig.Results;

/// <summary>Parts of a document that the Rig writes: between <c>&lt;!-- rig:NAME --&gt;</c> and <c>&lt;!-- /rig:NAME --&gt;</c>.</summary>
internal static class DocSection
{
    /// <summary>The text with the section's content replaced.</summary>
    /// <exception cref="RigException">The markers are missing or in the wrong order.</exception>
    public static string Replace(string text, string name, string content)
    {
        var (open, close) = ($"<!-- rig:{name} -->\n", $"<!-- /rig:{name} -->");
        var from = text.IndexOf(open, StringComparison.Ordinal);
        var to = text.IndexOf(close, StringComparison.Ordinal);
        return from >= 0 && to >= from + open.Length
            ? text[..(from + open.Length)] + content.TrimEnd('\n') + "\n" + text[to..]
            : throw new RigException($"The document has no section {open.TrimEnd()} ... {close}.");
    }

    /// <summary>Writes a section of <c>docs/</c> and its chart beside it.</summary>
    public static void Write(string document, string name, string content, string? chart = null)
    {
        var docs = Path.Combine(Programs.Root(), "docs");
        var file = Path.Combine(docs, document);
        if (chart is not null)
        {
            Directory.CreateDirectory(Path.Combine(docs, "charts"));
            File.WriteAllText(Path.Combine(docs, "charts", name + ".svg"), chart);
            content = content.TrimEnd('\n') + $"\n\n![{name}](charts/{name}.svg)\n";
        }

        File.WriteAllText(file, Replace(File.ReadAllText(file), name, content));
    }
}
