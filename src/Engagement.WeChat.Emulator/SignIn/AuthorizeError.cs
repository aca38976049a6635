namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>What WeChat's error page says. The codes from 10003 on are WeChat's table; what it shows for the others is not published.</summary>
internal sealed record AuthorizeError(int Code, string Message)
{
    public static readonly AuthorizeError RedirectHost = new(10003, "redirect_uri 域名与后台配置不一致");
    public static readonly AuthorizeError Scope = new(10005, "该公众号没有这些 scope 的权限");
    public static readonly AuthorizeError ScopeEmpty = new(10010, "scope 不能为空");
    public static readonly AuthorizeError RedirectEmpty = new(10011, "redirect_uri 不能为空");
    public static readonly AuthorizeError AppIdEmpty = new(10012, "appid 不能为空");
    public static readonly AuthorizeError StateEmpty = new(10013, "state 不能为空");
    public static readonly AuthorizeError NotAServiceAccount = new(10016, "这是小程序的 AppID，请使用公众号的 AppID");
    public static readonly AuthorizeError AppIdUnknown = new(40013, "AppID 参数错误");
    public static readonly AuthorizeError ResponseType = new(40035, "response_type 须为 code");
    public static readonly AuthorizeError State = new(40035, "state 须为 1 至 128 个字母或数字");
    public static readonly AuthorizeError ParameterOrder = new(40035, "参数须各出现一次，依次为 appid、redirect_uri、response_type、scope、state");
}
