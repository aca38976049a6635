using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace Engagement.WeChat;

/// <summary>One element of a push.</summary>
internal sealed class PushElement(string name)
{
    private readonly List<PushElement> _children = [];

    public string Name => name;

    public string Text { get; private set; } = "";

    public IReadOnlyList<PushElement> Children => _children;

    /// <summary>Text of the first child of this name; null when there is none.</summary>
    public string? this[string child] => Child(child)?.Text;

    public PushElement? Child(string child) => _children.Find(element => element.Name == child);

    internal void Add(PushElement child) => _children.Add(child);

    internal void Add(string text) => Text += text;
}

/// <summary>Reads the XML of pushes: no DTD, hence no entities of anybody's making; flat and small, or not at all.</summary>
internal static class PushXml
{
    /// <summary>Largest body, in bytes: a hundred times what WeChat sends.</summary>
    public const int LargestBody = 64 * 1024;

    private const int Deepest = 8;
    private const int Most = 1_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestBody,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    };

    /// <summary>The root element <c>xml</c>; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out PushElement? root)
    {
        root = null;
        try
        {
            return body.Length <= LargestBody && TryRead(Strict.GetString(body), out root);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The root element <c>xml</c>; false for anything else.</summary>
    public static bool TryRead(string body, [NotNullWhen(true)] out PushElement? root)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body.TrimStart('\uFEFF')), Settings);
            root = Read(reader);
        }
        catch (XmlException)
        {
            root = null;
        }

        return root is not null;
    }

    private static PushElement? Read(XmlReader reader)
    {
        PushElement? root = null;
        var open = new Stack<PushElement>();
        for (var count = 0; reader.Read();)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count == Deepest || ++count > Most)
                    {
                        return null;
                    }

                    var element = new PushElement(reader.LocalName);
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(element);
                    }

                    root ??= element;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().Add(reader.Value);
                    break;
            }
        }

        return root?.Name == "xml" ? root : null;
    }
}
