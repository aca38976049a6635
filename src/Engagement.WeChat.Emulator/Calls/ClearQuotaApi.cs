using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary><c>cgi-bin/clear_quota</c>: all daily quotas of the account begin anew, ten times a month.</summary>
internal sealed class ClearQuotaApi(CallBook calls) : IApi
{
    public IEnumerable<ApiRoute> Routes => [ApiRoute.Send("cgi-bin/clear_quota", Right.Either, Clear)];

    private ApiAnswer Clear(ApiCall call) =>
        call.Body.Text("appid") is not { } appId ? ApiError.MissingAppId
        : appId != call.Account.AppId ? ApiError.InvalidAppId
        : calls.Clear(call.Account, call.Now) is { } error ? error
        : ApiAnswer.Ok();
}
