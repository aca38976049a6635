using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>The gateway over Senparc.Weixin, one file per feature as in <see cref="WeChatGateway"/>, which reads all answers and makes
/// the calls that Senparc can't make as this product needs them.</summary>
internal sealed partial class SenparcGateway : IWeChatGateway
{
    private readonly WeChatGateway _own;
    private readonly SenparcCalls _calls;
    private readonly WeChatOptions _wechat;

    public SenparcGateway(WeChatGateway own, SenparcCalls calls, SenparcRegistration registration, IOptions<WeChatOptions> options)
    {
        registration.Apply();
        (_own, _calls, _wechat) = (own, calls, options.Value);
    }

    // Senparc's address of the sign-in page is fixed; WeChat:OpenBase counts.
    public Uri AuthorizeUrl(Uri redirect, string state, OAuthScope scope = OAuthScope.Base) => _own.AuthorizeUrl(redirect, state, scope);

    // Senparc's menu calls block a thread, and its GetMenu knows no errcode: no menu and no answer look the same.
    public Task<WeChatOutcome> CreateMenu(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken) => _own.CreateMenu(buttons, cancellationToken);

    public Task<MenuResult> GetMenu(CancellationToken cancellationToken) => _own.GetMenu(cancellationToken);

    public Task<WeChatOutcome> DeleteMenu(CancellationToken cancellationToken) => _own.DeleteMenu(cancellationToken);

    // The parameters of its GetWxaCodeUnlimitAsync change between versions, and older ones write an error into the picture.
    public Task<MiniCodeResult> CreateMiniCode(MiniCodeRequest request, CancellationToken cancellationToken) => _own.CreateMiniCode(request, cancellationToken);
}
