namespace Engagement.WeChat.Emulator.Answers;

/// <summary>WeChat's errors in its own words. https://developers.weixin.qq.com/doc/service/guide/dev/errcode.html</summary>
internal sealed record ApiError(int Errcode, string Errmsg)
{
    public static readonly ApiError Busy = new(-1, "system error");
    public static readonly ApiError InvalidCredential = new(40001, "invalid credential, access_token is invalid or not latest");
    public static readonly ApiError InvalidGrantType = new(40002, "invalid grant_type");
    public static readonly ApiError InvalidOpenId = new(40003, "invalid openid");
    public static readonly ApiError InvalidMediaType = new(40004, "invalid media type");
    public static readonly ApiError InvalidAppId = new(40013, "invalid appid");
    public static readonly ApiError InvalidToken = new(40014, "invalid access_token");
    public static readonly ApiError InvalidButtonCount = new(40016, "invalid button size");
    public static readonly ApiError InvalidButtonType = new(40017, "invalid button type");
    public static readonly ApiError InvalidButtonName = new(40018, "invalid button name size");
    public static readonly ApiError InvalidButtonKey = new(40019, "invalid button key size");
    public static readonly ApiError InvalidButtonUrl = new(40020, "invalid button url size");
    public static readonly ApiError InvalidSubButtonCount = new(40023, "invalid sub button size");
    public static readonly ApiError InvalidSubButtonType = new(40024, "invalid sub button type");
    public static readonly ApiError InvalidSubButtonName = new(40025, "invalid sub button name size");
    public static readonly ApiError InvalidSubButtonKey = new(40026, "invalid sub button key size");
    public static readonly ApiError InvalidSubButtonUrl = new(40027, "invalid sub button url size");
    public static readonly ApiError InvalidCode = new(40029, "invalid code");
    public static readonly ApiError InvalidTemplateId = new(40037, "invalid template_id");
    public static readonly ApiError InvalidActionName = new(40052, "invalid action name");
    public static readonly ApiError InvalidActionInfo = new(40053, "invalid action info");
    public static readonly ApiError InvalidButtonDomain = new(40054, "invalid button url domain");
    public static readonly ApiError InvalidUrl = new(40066, "invalid url");
    public static readonly ApiError InvalidArgs = new(40097, "invalid args");
    public static readonly ApiError InvalidSecret = new(40125, "invalid appsecret");
    public static readonly ApiError InvalidScene = new(40129, "invalid scene");
    public static readonly ApiError CodeUsed = new(40163, "code been used");
    public static readonly ApiError MissingToken = new(41001, "access_token missing");
    public static readonly ApiError MissingAppId = new(41002, "appid missing");
    public static readonly ApiError MissingSecret = new(41004, "appsecret missing");
    public static readonly ApiError MissingCode = new(41008, "missing code");
    public static readonly ApiError MissingOpenId = new(41009, "missing openid");
    public static readonly ApiError InvalidPage = new(41030, "invalid page");
    public static readonly ApiError TokenExpired = new(42001, "access_token expired");
    public static readonly ApiError CodeExpired = new(42003, "code expired");
    public static readonly ApiError GetRequired = new(43001, "require GET method");
    public static readonly ApiError PostRequired = new(43002, "require POST method");
    public static readonly ApiError FollowRequired = new(43004, "require subscribe");
    public static readonly ApiError Refused = new(43101, "user refuse to accept the msg");
    public static readonly ApiError EmptyBody = new(44002, "empty post data");
    public static readonly ApiError ContentTooLong = new(44991, "content out of range");
    public static readonly ApiError MessageTooLong = new(45002, "content size out of limit");
    public static readonly ApiError DailyQuota = new(45009, "reach max api daily quota limit");
    public static readonly ApiError MinuteQuota = new(45011, "api minute-quota reach limit, must slower, retry next minute");
    public static readonly ApiError WindowClosed = new(45015, "response out of time limit or subscription is canceled");
    public static readonly ApiError TooManyCodes = new(45029, "qrcode count out of limit");
    public static readonly ApiError TooManyMessages = new(45047, "out of response count limit");
    public static readonly ApiError NoMenu = new(46003, "menu no exist");
    public static readonly ApiError InvalidJson = new(47001, "data format error");
    public static readonly ApiError InvalidArgument = new(47003, "argument invalid!");
    public static readonly ApiError NoRight = new(48001, "api unauthorized");
    public static readonly ApiError TooManyClears = new(48006, "forbid to clear quota because of reaching the limit");
    public static readonly ApiError NotActive = new(61010, "code is expired");

    /// <summary>The same error with a hint about the argument behind it, as WeChat appends them.</summary>
    public ApiError About(string hint) => this with { Errmsg = $"{Errmsg} hint: [{hint}]" };
}
