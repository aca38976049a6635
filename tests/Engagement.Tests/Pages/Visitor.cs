using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Web.Problems;

namespace Engagement.Tests.Pages;

/// <summary>What a browser got.</summary>
public sealed record Seen(HttpStatusCode Status, string Html, string? Location)
{
    /// <summary>The text of the page, without tags.</summary>
    public string Text => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Html, "<(script|style|svg).*?</\\1>", " ", RegexOptions.Singleline), "<[^>]+>", " "));
}

/// <summary>Somebody with a browser: its own cookies, forms sent as the page holds them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly PagesHost _host;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Visitor(PagesHost host, Uri site, ParticipantId id, Cookie? session)
    {
        (_host, Id) = (host, id);
        if (session is not null)
        {
            _cookies.Add(session);
        }

        _http = new(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = site };
    }

    public ParticipantId Id { get; }

    public async Task<Seen> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    public async Task<Seen> Head(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await _http.SendAsync(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    /// <summary>Opens pages in WeChat's browser from now on.</summary>
    public Visitor InWeChat(string agent = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.60(0x18003c2f) NetType/4G Language/zh_CN")
    {
        _http.DefaultRequestHeaders.UserAgent.Clear();
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return this;
    }

    /// <summary>The whole answer.</summary>
    public Task<HttpResponseMessage> Answer(string path) => _http.GetAsync(path);

    public Uri Site => _http.BaseAddress!;

    public async Task<byte[]> Bytes(string path) => await _http.GetByteArrayAsync(path);

    /// <summary>Sends a form of a page: its hidden fields with their token and command, then what the person fills in.</summary>
    /// <param name="page">The page that shows the form.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="fields">What the person fills in or presses.</param>
    /// <param name="containing">Tells the form from others with the same action.</param>
    public async Task<Seen> Send(string page, string action, (string Name, string Value)[] fields, string containing = "") =>
        await Submit(await Get(page), action, fields, containing);

    /// <summary>The same with a page that is there already.</summary>
    public async Task<Seen> Submit(Seen shown, string action, (string Name, string Value)[] fields, string containing = "")
    {
        var form = Regex.Matches(shown.Html, "<form.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
            .FirstOrDefault(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal) && form.Contains(containing, StringComparison.Ordinal));
        Assert.True(form is not null, $"{shown.Status} without a form for {action}.");
        var hidden = Regex.Matches(form, "<input[^>]*type=\"hidden\"[^>]*>").Select(input => (Of(input.Value, "name"), Of(input.Value, "value")));
        return await Post(action, [.. hidden.Where(field => fields.All(given => given.Name != field.Item1)), .. fields]);
    }

    /// <summary>Sends fields as they are.</summary>
    public async Task<Seen> Post(string action, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(action, content);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    /// <summary>Sends a courier's draft as the page's script does.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Draft(string token, string command, string kind, byte[]? photo = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(command), "commandId" }, { new StringContent(kind), "kind" } };
        if (photo is not null)
        {
            form.Add(new ByteArrayContent(photo), "photo", "photo.jpg");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/courier/acts") { Content = form };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Asks the API as a page's script does: with the cookie and the page's token.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Api(string path, string token, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<Seen> Post(string action, HttpContent content)
    {
        using var answer = await _http.PostAsync(action, content);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    /// <summary>Sends a rose as the grain takes it, for tests of other pages.</summary>
    public async Task<SendReceipt> Gives(string? text = null, ParticipantId to = default, bool anonymous = false)
    {
        var reason = _host.Reference.Reasons[0];
        var sent = await _host.Calls.Participant(Id, me => me.Send(_host.Command(), new(new(reason.Id, text is null ? reason.Presets[0].Id : null, text), to, anonymous)));
        Assert.Equal(Outcome.Done, sent.Outcome);
        return sent;
    }

    /// <summary>Takes a rose as the grain gives it.</summary>
    public async Task<RoseId> Takes(SendReceipt sent)
    {
        Assert.Equal(Outcome.Done, (await _host.Calls.Rose(sent.Rose, rose => rose.Claim(sent.Rose, _host.Command(), new(Id, sent.Secret)))).Outcome);
        return sent.Rose;
    }

    /// <summary>Offers a held rose on, for whoever opens the link.</summary>
    public async Task<SendReceipt> Passes(RoseId rose, string? text = null)
    {
        var reason = _host.Reference.Reasons[0];
        var offer = await _host.Calls.Rose(rose, grain => grain.Offer(rose, _host.Command(), Id, new(reason.Id, text is null ? reason.Presets[0].Id : null, text), default));
        Assert.Equal(Outcome.Done, offer.Outcome);
        return offer;
    }

    public void Dispose() => _http.Dispose();

    private static string Of(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);
}
