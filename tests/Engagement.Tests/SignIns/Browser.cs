using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Engagement.Tests.Site;

namespace Engagement.Tests.SignIns;

/// <summary>WeChat's browser on one phone: cookies of its own, no redirect followed by itself.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SiteUnderTest _site;
    private readonly HttpClient _http;

    private Browser(SiteUnderTest site, CookieContainer cookies, string agent)
    {
        _site = site;
        Cookies = cookies;
        _http = new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new(site.Address) };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
    }

    public CookieContainer Cookies { get; }

    public bool IsSignedIn => Cookies.GetAllCookies().Any(cookie => cookie is { Name: "engagement", Expired: false });

    public static Browser Of(SiteUnderTest site, string agent = "Mozilla/5.0 MicroMessenger/8.0.60") => new(site, new(), agent);

    /// <summary>The same phone at the same moment: what the one gets, the other does not know yet.</summary>
    public Browser Twin()
    {
        var cookies = new CookieContainer();
        cookies.Add(Cookies.GetAllCookies());
        return new(_site, cookies, "Mozilla/5.0 MicroMessenger/8.0.60");
    }

    public async Task<(HttpStatusCode Status, string Location, string Html)> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? "", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Begins a sign-in; WeChat's address.</summary>
    public async Task<string> Begin(string returnUrl)
    {
        var (status, location, _) = await Get("/signin?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith(_site.WeChat, location, StringComparison.Ordinal);
        return location;
    }

    /// <summary>What WeChat calls after the persona was there: the callback with code and state.</summary>
    public async Task<string> Callback(string authorize, string persona)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false });
        using var answer = await http.GetAsync(authorize.Split('#')[0] + "&persona=" + Uri.EscapeDataString(persona));
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Sends the consent form; where it leads.</summary>
    public async Task<string> Consent()
    {
        var html = (await Get("/consent")).Html;
        var token = Regex.Match(html, "action=\"/consent\".*?name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"|action=\"/consent\".*?name=\"__token\"[^>]*value=\"([^\"]+)\"", RegexOptions.Singleline);
        return await Agree(token.Groups[1].Value + token.Groups[2].Value);
    }

    /// <summary>Sends the consent form with this token.</summary>
    public async Task<string> Agree(string token)
    {
        using var form = new FormUrlEncodedContent([new("__token", token), new("__RequestVerificationToken", token)]);
        using var answer = await _http.PostAsync("/consent", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public async Task Snapshot(string persona, bool snapshot)
    {
        using var answer = await _site.Http.PostAsJsonAsync(_site.WeChat + "/emulator/personas", new { name = persona, snapshot });
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
