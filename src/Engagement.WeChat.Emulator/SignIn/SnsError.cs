namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>WeChat's errors of a code exchange, in its own words.</summary>
internal sealed record SnsError(int Errcode, string Errmsg)
{
    public static readonly SnsError InvalidGrantType = new(40002, "invalid grant_type");
    public static readonly SnsError InvalidAppId = new(40013, "invalid appid");
    public static readonly SnsError InvalidCode = new(40029, "invalid code");
    public static readonly SnsError InvalidSecret = new(40125, "invalid appsecret");
    public static readonly SnsError CodeUsed = new(40163, "code been used");
    public static readonly SnsError MissingAppId = new(41002, "appid missing");
    public static readonly SnsError MissingSecret = new(41004, "appsecret missing");
    public static readonly SnsError MissingCode = new(41008, "missing code");
    public static readonly SnsError CodeExpired = new(42003, "code expired");
}
