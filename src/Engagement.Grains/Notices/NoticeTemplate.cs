using System.Text.RegularExpressions;

namespace Engagement.Grains.Notices;

/// <summary>How a template may be used.</summary>
public enum TemplateKind
{
    /// <summary>One-time subscription (一次性订阅): one accepted prompt is one message.</summary>
    OneTime = 0,

    /// <summary>Long-term subscription (长期订阅, public services): accepted once, until it is rejected.</summary>
    LongTerm,

    /// <summary>Template message (模板消息): whoever follows the service account.</summary>
    Follower,

    /// <summary>One-time subscription of the mini program: one accepted <c>wx.requestSubscribeMessage</c> is one message.</summary>
    MiniProgram,

    /// <summary>Long-term subscription of the mini program.</summary>
    MiniProgramLongTerm,
}

/// <summary>One template of the service account or the mini program, as its console shows it.</summary>
public sealed partial class NoticeTemplate
{
    /// <summary>What a field can say.</summary>
    public static readonly IReadOnlyList<string> Sources = ["What", "Count", "When", "Campaign", "Hint"];

    /// <summary>WeChat's template id.</summary>
    public string Id { get; set; } = "";

    /// <summary>How it may be used. Default one-time.</summary>
    public TemplateKind Kind { get; set; }

    /// <summary>Of a mini program's template: the page that a tap opens, with its query and without leading slash. Default none: its first page.</summary>
    public string? Page { get; set; }

    /// <summary>
    /// The template's fields, like <c>thing1</c>, and what each says: <c>What</c> (in words), <c>Count</c>, <c>When</c>,
    /// <c>Campaign</c> or <c>Hint</c> (what to do). Never what a letter says, and no name of a person.
    /// </summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>The mini program sends it, not the service account.</summary>
    public bool IsOfMiniProgram => Kind is TemplateKind.MiniProgram or TemplateKind.MiniProgramLongTerm;

    /// <summary>Accepted once, until it is rejected.</summary>
    public bool IsLongTerm => Kind is TemplateKind.LongTerm or TemplateKind.MiniProgramLongTerm;

    internal IEnumerable<string> Problems()
    {
        if (Id.Length is < 1 or > 128)
        {
            yield return "an Id is missing or longer than 128 characters.";
        }

        if (!Enum.IsDefined(Kind))
        {
            yield return $"{Id}: Kind must be OneTime, LongTerm, Follower, MiniProgram or MiniProgramLongTerm.";
        }

        if (Page is { } page && (!IsOfMiniProgram || page.Length is < 1 or > 1024 || page.StartsWith('/')))
        {
            yield return $"{Id}: Page is for templates of the mini program: 1 to 1,024 characters without leading slash.";
        }

        if (Fields.Count is < 1 or > 10)
        {
            yield return $"{Id}: give 1 to 10 fields.";
        }

        foreach (var (name, source) in Fields)
        {
            if (!NameForm().IsMatch(name) || !Sources.Contains(source))
            {
                yield return $"{Id}: the field {name} must look like thing1 and say one of {string.Join(", ", Sources)}.";
            }
        }
    }

    [GeneratedRegex(@"\A(?:thing|number|letter|symbol|character_string|time|date|phrase|name|const)\d{1,3}\z")]
    private static partial Regex NameForm();
}
