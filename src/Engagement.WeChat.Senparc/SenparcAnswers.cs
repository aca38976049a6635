using System.Text;

namespace Engagement.WeChat;

/// <summary>Makes of WeChat's answers what Senparc can read and what our rules take: see <see cref="WeChatAnswerReader"/>.
/// Pictures and files pass as they are.</summary>
internal sealed class SenparcAnswers : DelegatingHandler
{
    private const string Messages = "/cgi-bin/message/";
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="HttpRequestException">Not HTTP 2xx: Senparc would read whatever came with it.</exception>
    /// <exception cref="InvalidDataException">JSON that is no answer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw new HttpRequestException("WeChat did not answer.", null, response.StatusCode);
            }
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!IsJson(body))
        {
            return response;
        }

        var text = WeChatAnswerReader.StripControls(Encoding.UTF8.GetString(body));
        // Senparc reads a missing errcode as 0: a message would count as taken that nobody took.
        if (body.Length > WeChatServices.LargestJson
            || (request.RequestUri!.AbsolutePath.StartsWith(Messages, StringComparison.Ordinal) && !text.Contains("\"errcode\"", StringComparison.Ordinal)))
        {
            response.Dispose();
            throw new InvalidDataException("WeChat's answer tells nothing.");
        }

        response.Content.Dispose();
        response.Content = new StringContent(text, Encoding.UTF8, "application/json");
        return response;
    }

    private static bool IsJson(ReadOnlySpan<byte> body) =>
        (body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
}
