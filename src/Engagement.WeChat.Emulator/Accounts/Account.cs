namespace Engagement.WeChat.Emulator.Accounts;

/// <summary>One of the city's two accounts.</summary>
/// <param name="AppId">Its AppID.</param>
/// <param name="Secret">Its AppSecret.</param>
/// <param name="OriginalId">Its <c>gh_</c> id, by which pushes are addressed.</param>
/// <param name="Right">What its token may call.</param>
internal sealed record Account(string AppId, string Secret, string OriginalId, Right Right);

/// <summary>Which account's token a call needs.</summary>
internal enum Right
{
    /// <summary>No token at all.</summary>
    None,

    /// <summary>The certified service account's (服务号).</summary>
    ServiceAccount,

    /// <summary>The mini program's (小程序).</summary>
    MiniProgram,

    /// <summary>Either account's.</summary>
    Either,
}
