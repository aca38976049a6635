namespace Engagement.Grains.Moderation;

/// <summary>
/// Finds all entries in one pass over a text (Aho and Corasick, 1975). Written here: it is forty lines, while the packages
/// bring their own lists or have not been released for years.
/// </summary>
internal sealed class WordAutomaton
{
    private readonly List<Node> nodes = [new()];

    public WordAutomaton(IReadOnlyList<ListedWord> words)
    {
        for (var i = 0; i < words.Count; i++) Add(words[i].Text, i);
        Link();
    }

    /// <summary>All matches as (start, length, index of the entry), in the order of their ends.</summary>
    public IEnumerable<(int Start, int Length, int Word)> Find(string text)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            at = Step(at, text[i]);
            for (var hit = at; hit > 0; hit = nodes[hit].NextHit)
            {
                foreach (var word in nodes[hit].Words) yield return (i + 1 - nodes[hit].Depth, nodes[hit].Depth, word);
            }
        }
    }

    private void Add(string text, int word)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (!nodes[at].Next.TryGetValue(c, out var next))
            {
                next = nodes.Count;
                nodes.Add(new() { Depth = nodes[at].Depth + 1 });
                nodes[at].Next.Add(c, next);
            }

            at = next;
        }

        nodes[at].Words.Add(word);
    }

    // Breadth first, so that a node's fallback, which is nearer to the root, is already linked.
    private void Link()
    {
        var queue = new Queue<int>(nodes[0].Next.Values);
        while (queue.TryDequeue(out var at))
        {
            foreach (var (c, next) in nodes[at].Next)
            {
                nodes[next].Fallback = Step(nodes[at].Fallback, c);
                queue.Enqueue(next);
            }

            var fallback = nodes[at].Fallback;
            nodes[at].NextHit = nodes[fallback].Words.Count > 0 ? fallback : nodes[fallback].NextHit;
        }
    }

    private int Step(int at, char c)
    {
        while (true)
        {
            if (nodes[at].Next.TryGetValue(c, out var next)) return next;
            if (at == 0) return 0;
            at = nodes[at].Fallback;
        }
    }

    private sealed class Node
    {
        public Dictionary<char, int> Next { get; } = [];
        public List<int> Words { get; } = [];
        public int Depth { get; init; }
        public int Fallback { get; set; }
        public int NextHit { get; set; }
    }
}
