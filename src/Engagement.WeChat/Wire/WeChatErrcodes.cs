using System.Collections.Frozen;

namespace Engagement.WeChat;

/// <summary>
/// Every number of WeChat that this product knows: what it means here and what the product does then. The one place; a test
/// holds every line. https://developers.weixin.qq.com/doc/service/guide/dev/errcode.html
/// </summary>
internal static class WeChatErrcodes
{
    private const string AskAgain = "the sign-in starts again, once";
    private const string Operator = "an error in the log names the call; an operator corrects the settings";
    private const string Fetch = "a new token is fetched, once for all callers, and the call is made once more";
    private const string Bug = "an error in the log; the same is not tried again";
    private const string Normal = "a normal result: the inbox here has the notice, WeChat gets none";

    /// <summary>The table.</summary>
    public static readonly FrozenDictionary<long, WeChatErrcode> All = new Dictionary<long, WeChatErrcode>
    {
        [-1] = new(WeChatOutcome.Busy, "the person is asked to try again; a notice waits in the agenda"),
        [0] = new(WeChatOutcome.Ok, "goes on"),
        [40001] = new(WeChatOutcome.TokenRejected, Fetch),
        [40002] = new(WeChatOutcome.Misconfigured, Operator),
        [40003] = new(WeChatOutcome.UnknownPerson, "nothing is sent or checked for this person"),
        [40013] = new(WeChatOutcome.Misconfigured, Operator),
        [40014] = new(WeChatOutcome.TokenRejected, Fetch),
        [40029] = new(WeChatOutcome.InvalidCode, AskAgain),
        [40037] = new(WeChatOutcome.Misconfigured, Operator),
        [40125] = new(WeChatOutcome.Misconfigured, Operator),
        [40129] = new(WeChatOutcome.Invalid, Bug),
        [40163] = new(WeChatOutcome.CodeUsed, "the first exchange counts; else " + AskAgain),
        [40164] = new(WeChatOutcome.Misconfigured, Operator),
        [40226] = new(WeChatOutcome.RiskUser, "the sign-in is refused kindly"),
        [40243] = new(WeChatOutcome.Misconfigured, Operator),
        [41001] = new(WeChatOutcome.Misconfigured, Operator),
        [41002] = new(WeChatOutcome.Misconfigured, Operator),
        [41004] = new(WeChatOutcome.Misconfigured, Operator),
        [41008] = new(WeChatOutcome.Misconfigured, Operator),
        [41030] = new(WeChatOutcome.Misconfigured, Operator),
        [42001] = new(WeChatOutcome.TokenRejected, Fetch),
        [42002] = new(WeChatOutcome.Expired, AskAgain),
        [42003] = new(WeChatOutcome.Expired, AskAgain),
        [42007] = new(WeChatOutcome.Expired, AskAgain),
        [43002] = new(WeChatOutcome.Invalid, Bug),
        [43004] = new(WeChatOutcome.NotFollowing, Normal),
        [43101] = new(WeChatOutcome.Refused, Normal),
        [44002] = new(WeChatOutcome.Invalid, Bug),
        [44991] = new(WeChatOutcome.Invalid, Bug),
        [45002] = new(WeChatOutcome.Invalid, Bug),
        [45009] = new(WeChatOutcome.RateLimited, "no more calls of this kind for 5 minutes, then 10, 20, at most an hour"),
        [45011] = new(WeChatOutcome.RateLimited, "no more calls of this kind for a minute"),
        [45015] = new(WeChatOutcome.Refused, Normal),
        [45047] = new(WeChatOutcome.Refused, Normal),
        [46003] = new(WeChatOutcome.NotFound, "the menu counts as empty"),
        [47001] = new(WeChatOutcome.Invalid, Bug),
        [47003] = new(WeChatOutcome.Invalid, Bug),
        [48001] = new(WeChatOutcome.Misconfigured, Operator),
        [48004] = new(WeChatOutcome.Misconfigured, Operator),
        [50001] = new(WeChatOutcome.Misconfigured, Operator),
        [50002] = new(WeChatOutcome.RiskUser, "the sign-in is refused kindly; nothing is sent"),
        [61010] = new(WeChatOutcome.Inactive, "the text goes to the word list and a person; for want of a rank nobody is kept out"),
        [87014] = new(WeChatOutcome.ContentRefused, "the text is refused"),
        [89503] = new(WeChatOutcome.Misconfigured, Operator),
        [89506] = new(WeChatOutcome.Misconfigured, Operator),
        [89507] = new(WeChatOutcome.Misconfigured, Operator),
    }.ToFrozenDictionary();

    /// <summary>What a number means; an unknown one is <see cref="WeChatOutcome.Unavailable"/>, except that 41xxx miss a parameter.</summary>
    public static WeChatOutcome ToOutcome(long errcode) =>
        All.TryGetValue(errcode, out var known) ? known.Outcome
        : errcode is >= 41000 and < 42000 ? WeChatOutcome.Misconfigured
        : WeChatOutcome.Unavailable;
}

/// <summary>One line of the table.</summary>
/// <param name="Outcome">What callers see.</param>
/// <param name="Product">What the product does then.</param>
internal sealed record WeChatErrcode(WeChatOutcome Outcome, string Product);
