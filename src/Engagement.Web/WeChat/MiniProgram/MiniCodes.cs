using Engagement.WeChat;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat.MiniProgram;

/// <summary>Pictures of the mini program's codes. A code never expires, so WeChat is asked for it once an hour at most in each process.</summary>
public sealed class MiniCodes(IWeChatGateway wechat, IOptions<WeChatOptions> account, IOptions<MiniProgramOptions> options) : IDisposable
{
    private const long Bytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = Bytes });

    /// <summary>The code of a scene; <see cref="WeChatOutcome.NotFound"/> when the city has no mini program.</summary>
    public async Task<MiniCodeResult> Of(string scene, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(account.Value.MiniProgramAppId))
        {
            return new(WeChatOutcome.NotFound);
        }

        if (_made.TryGetValue(scene, out MiniCodeResult? known))
        {
            return known!;
        }

        var settings = options.Value;
        var isPublished = settings.MiniProgramVersion == "release"; // WeChat looks for the page in the published version only
        var code = await wechat.CreateMiniCode(new(scene, settings.MiniProgramPage, isPublished, settings.MiniProgramVersion), cancellationToken);
        return code.IsOk ? _made.Set(scene, code, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = code.Image.Length }) : code;
    }

    /// <inheritdoc/>
    public void Dispose() => _made.Dispose();
}
