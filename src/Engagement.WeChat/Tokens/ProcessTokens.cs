namespace Engagement.WeChat;

/// <summary>An owner of tokens inside one process: for programs that are no cluster, such as a subcommand. The site replaces it by a grain.</summary>
internal sealed class ProcessTokens(IWeChatTokenSource source, TimeProvider time) : IWeChatTokens
{
    private readonly TokenKeeper _service = new(WeChatAccount.ServiceAccount, source, time.GetUtcNow, static _ => Task.CompletedTask);
    private readonly TokenKeeper _mini = new(WeChatAccount.MiniProgram, source, time.GetUtcNow, static _ => Task.CompletedTask);

    public ValueTask<TokenResult> AccessToken(WeChatAccount account, CancellationToken cancellationToken) => Wait(Of(account).AccessToken(), cancellationToken);

    public ValueTask<TokenResult> Replace(WeChatAccount account, string rejected, CancellationToken cancellationToken) =>
        Wait(Of(account).Replace(rejected), cancellationToken);

    public ValueTask<TokenResult> JsTicket(CancellationToken cancellationToken) => Wait(_service.JsTicket(), cancellationToken);

    private TokenKeeper Of(WeChatAccount account) => account is WeChatAccount.ServiceAccount ? _service : _mini;

    private static ValueTask<TokenResult> Wait(ValueTask<TokenResult> answer, CancellationToken cancellationToken) =>
        answer.IsCompletedSuccessfully ? answer : new(answer.AsTask().WaitAsync(cancellationToken));
}
