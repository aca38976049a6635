using System.Reflection;
using System.Security.Cryptography;

namespace Engagement.Grains.Moderation;

/// <summary>The embedded lists: <c>ldnoobw.txt</c> from a licensed source and <c>own.txt</c> with what it lacks.</summary>
internal sealed class WordList
{
    private const string Folder = "Engagement.Grains.Moderation.Words.";

    private WordList(IReadOnlyList<ListedWord> words, string version) => (Words, Version) = (words, version);

    public IReadOnlyList<ListedWord> Words { get; }

    /// <summary>Changes with every change of a list.</summary>
    public string Version { get; }

    public static WordList Embedded(params string[] names)
    {
        var texts = names.Select(name => (name, text: Read(name))).ToArray();
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(texts.Select(list => list.text))));
        return new([.. texts.SelectMany(list => Parse(list.name, list.text))], Convert.ToHexStringLower(hash)[..12]);
    }

    /// <summary>The entries that <paramref name="keep"/> takes.</summary>
    public WordList Where(Func<ListedWord, bool> keep) => new([.. Words.Where(keep)], Version);

    /// <summary>Reads sections <c>[category action]</c> or <c>[allow]</c>; entries stand one a line or are split by " / ".</summary>
    public static IEnumerable<ListedWord> Parse(string name, string text)
    {
        ModerationVerdict? section = null;
        foreach (var (number, line) in text.Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith('['))
            {
                section = Section(line) ?? throw new InvalidDataException($"{name}:{number + 1}: unknown section {line}; write [category refuse], [category hold] or [allow].");
                continue;
            }

            foreach (var entry in line.Split(" / ", StringSplitOptions.TrimEntries))
            {
                var compact = TextNormaliser.Compact(entry);
                if (compact.Length == 0) throw new InvalidDataException($"{name}:{number + 1}: an entry has no letters.");
                yield return new(compact, section ?? throw new InvalidDataException($"{name}:{number + 1}: an entry stands before the first section."));
            }
        }
    }

    private static ModerationVerdict? Section(string line) => line.Trim('[', ']').Split(' ') switch
    {
        ["allow"] => ModerationVerdict.Pass,
        [var category, var action] when Enum.TryParse<ModerationCategory>(category, true, out var parsed) => action switch
        {
            "refuse" => ModerationVerdict.Refuse(parsed),
            "hold" => ModerationVerdict.Hold(parsed),
            _ => null,
        },
        _ => null,
    };

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The word list {name} is not embedded in this build.");
        return new StreamReader(stream).ReadToEnd();
    }
}
