using System.Text.Json.Nodes;

namespace Engagement.WeChat.Emulator.Security;

/// <summary>What the content check says.</summary>
/// <param name="Suggest"><c>pass</c>, <c>review</c> or <c>risky</c>.</param>
/// <param name="Label">100 normal, 10001 advertisement, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 21000 other.</param>
/// <param name="Keyword">The word that decided, or null.</param>
internal sealed record Verdict(string Suggest, int Label, string? Keyword = null)
{
    public static readonly Verdict Pass = new("pass", 100);

    /// <summary>Words that are found in any text, longest known first. Made up: WeChat's list is secret.</summary>
    private static readonly (string Word, Verdict Verdict)[] Words =
    [
        ("【违规】", new("risky", 21000)), ("【复核】", new("review", 21000)),
        ("赌博", new("risky", 20006)), ("毒品", new("risky", 20006)), ("色情", new("risky", 20002)), ("诈骗", new("risky", 20008)),
        ("笨蛋", new("review", 20003)), ("加微信", new("review", 10001)), ("代购", new("review", 10001)),
    ];

    public static Verdict Of(string text) =>
        Words.FirstOrDefault(entry => text.Contains(entry.Word, StringComparison.Ordinal)) is ({ } word, { } verdict) ? verdict with { Keyword = word } : Pass;

    public static Verdict? Named(string? suggest) => suggest switch
    {
        "pass" => Pass,
        "review" => new("review", 21000),
        "risky" => new("risky", 20002),
        _ => null,
    };

    public JsonObject Result => new() { ["suggest"] = Suggest, ["label"] = Label };

    public JsonArray Detail
    {
        get
        {
            var model = new JsonObject { ["strategy"] = "content_model", ["errcode"] = 0, ["suggest"] = Suggest, ["label"] = Label, ["prob"] = 90 };
            return Keyword is null ? new(model) : new(model, new JsonObject
            {
                ["strategy"] = "keyword", ["errcode"] = 0, ["suggest"] = Suggest, ["label"] = Label, ["level"] = 90, ["keyword"] = Keyword,
            });
        }
    }
}
