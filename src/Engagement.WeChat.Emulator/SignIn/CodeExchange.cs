using Engagement.WeChat.Emulator.Answers;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>What the two code exchanges share: the credentials first, so that a wrong secret uses up no code, then the code.</summary>
internal static class CodeExchange
{
    /// <summary>The code's data, or the error to answer.</summary>
    public static (IssuedCode? Code, ApiError? Error) Try(IQueryCollection query, string parameter, string appId, string secret, CodeBook codes)
    {
        var code = query[parameter].ToString();
        var error = (query["appid"].ToString(), query["secret"].ToString(), code, query["grant_type"].ToString()) switch
        {
            ("", _, _, _) => ApiError.MissingAppId,
            (_, "", _, _) => ApiError.MissingSecret,
            (_, _, "", _) => ApiError.MissingCode,
            (_, _, _, not "authorization_code") => ApiError.InvalidGrantType,
            var (id, _, _, _) when id != appId => ApiError.InvalidAppId,
            var (_, key, _, _) when key != secret => ApiError.InvalidSecret,
            _ => null,
        };
        if (error is not null)
        {
            return (null, error);
        }

        return codes.Exchange(code, appId, out var found) switch
        {
            CodeVerdict.Good => (found, null),
            CodeVerdict.Used => (null, ApiError.CodeUsed),
            CodeVerdict.Expired => (null, ApiError.CodeExpired),
            _ => (null, ApiError.InvalidCode),
        };
    }
}
