namespace Engagement.Web.WeChat.Account;

/// <summary>Where the service account's menu, words and codes are defined. Section "WeChat:Account".</summary>
public sealed class AccountOptions
{
    /// <summary>Path of the file. Default: <c>wechat.json</c> of the reference data that comes with the program.</summary>
    public string? File { get; set; }

    /// <summary>
    /// Offer, beside a letter's own link, a code that follows the service account and opens the letter. Default off: each makes a
    /// call to WeChat, of which an account has 100,000 a day. Letters open without following either way.
    /// </summary>
    public bool LetterCodes { get; set; }
}
