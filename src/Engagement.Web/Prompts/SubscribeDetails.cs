using System.Text.Json;

namespace Engagement.Web.Prompts;

/// <summary>Reads what the open tag tells the page.</summary>
public static class SubscribeDetails
{
    private const int Longest = 2_000;

    /// <summary>
    /// The answer in <c>subscribeDetails</c>, a JSON text of template ids whose values are JSON texts again:
    /// <c>{"id":"{\"status\":\"accept\"}"}</c>. False for anything else.
    /// </summary>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/opentag.html</remarks>
    public static bool TryRead(string? text, out PromptAnswer answer)
    {
        answer = PromptAnswer.Later;
        if (string.IsNullOrEmpty(text))
        {
            return true; // the form's own button
        }

        try
        {
            using var details = JsonDocument.Parse(text.Length <= Longest ? text : "");
            var statuses = details.RootElement.EnumerateObject().Select(template => Status(template.Value.GetString()!)).ToList();
            answer = statuses.Contains("accept") ? PromptAnswer.Accept : PromptAnswer.Reject;
            return statuses.Count > 0 && statuses.TrueForAll(status => status is "accept" or "cancel" or "reject" or "ban" or "filter");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentNullException)
        {
            return false;
        }
    }

    private static string? Status(string text)
    {
        using var status = JsonDocument.Parse(text);
        return status.RootElement.TryGetProperty("status", out var value) ? value.GetString() : null;
    }
}
