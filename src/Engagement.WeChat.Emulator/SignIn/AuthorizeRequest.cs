using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>A checked request for the authorize page. https://developers.weixin.qq.com/doc/service/guide/h5/auth.html</summary>
internal sealed partial record AuthorizeRequest(string AppId, Uri Redirect, string Scope, string State)
{
    public const string BaseScope = "snsapi_base";
    public const string UserInfoScope = "snsapi_userinfo";

    private static readonly string[] Order = ["appid", "redirect_uri", "response_type", "scope", "state"];

    /// <summary>Scheme, host and port of the site, in ASCII.</summary>
    public string Origin
    {
        get
        {
            var host = Redirect.HostNameType is UriHostNameType.IPv6 ? $"[{Redirect.IdnHost}]" : Redirect.IdnHost;
            return Redirect.IsDefaultPort ? $"{Redirect.Scheme}://{host}" : $"{Redirect.Scheme}://{host}:{Redirect.Port}";
        }
    }

    /// <summary>The request's parameters in WeChat's order, encoded.</summary>
    public string Query => $"appid={AppId}&redirect_uri={Uri.EscapeDataString(Redirect.OriginalString)}&response_type=code&scope={Scope}&state={State}";

    /// <summary>Where the browser goes with its code; a query that the site already has stays.</summary>
    public string Answer(string code) =>
        $"{Origin}{Redirect.PathAndQuery}{(Redirect.Query.Length > 0 ? '&' : '?')}code={code}&state={State}{Redirect.Fragment}";

    /// <summary>The request, or what WeChat's error page would say.</summary>
    public static (AuthorizeRequest? Request, AuthorizeError? Error) Read(HttpRequest http, EmulatorOptions options)
    {
        string Value(string name) => http.Query[name].ToString();
        var (appId, redirect, scope, state) = (Value("appid"), Value("redirect_uri"), Value("scope"), Value("state"));
        var error =
            appId is "" ? AuthorizeError.AppIdEmpty
            : redirect is "" ? AuthorizeError.RedirectEmpty
            : scope is "" ? AuthorizeError.ScopeEmpty
            : state is "" ? AuthorizeError.StateEmpty
            : appId == options.MiniProgramAppId ? AuthorizeError.NotAServiceAccount
            : appId != options.AppId ? AuthorizeError.AppIdUnknown
            : !IsRegistered(redirect, options) ? AuthorizeError.RedirectHost
            : scope is not (BaseScope or UserInfoScope) ? AuthorizeError.Scope
            : Value("response_type") != "code" ? AuthorizeError.ResponseType
            : !StateForm().IsMatch(state) ? AuthorizeError.State
            : !InOrder(http) ? AuthorizeError.ParameterOrder
            : null;
        return error is null ? (new(appId, new Uri(redirect), scope, state), null) : (null, error);
    }

    private static bool IsRegistered(string redirect, EmulatorOptions options) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.UserInfo is "" && Uri.CheckHostName(address.IdnHost) is not UriHostNameType.Unknown
        && (options.AllowedRedirectHosts.Count == 0 || options.AllowedRedirectHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase));

    // The real page matches the address against a pattern, so another order or a doubled parameter fails there as well.
    private static bool InOrder(HttpRequest http)
    {
        var names = new List<string>();
        foreach (var pair in new QueryStringEnumerable(http.QueryString.Value))
        {
            names.Add(pair.DecodeName().ToString());
        }

        return names.Where(name => Order.Contains(name, StringComparer.OrdinalIgnoreCase)).SequenceEqual(Order);
    }

    [GeneratedRegex(@"\A[0-9a-zA-Z]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StateForm();
}
