namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    private const string MenuGetApi = "cgi-bin/menu/get";

    public async Task<WeChatOutcome> CreateMenu(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken)
    {
        if (buttons.Count is < 1 or > 3)
        {
            throw new ArgumentException("A menu has 1 to 3 buttons on its first level.", nameof(buttons));
        }

        return await Done("cgi-bin/menu/create", Body(new MenuBody([.. buttons.Select(MenuBody.Entry.Of)]), WeChatJson.Wire.MenuBody), cancellationToken);
    }

    public async Task<MenuResult> GetMenu(CancellationToken cancellationToken)
    {
        var (outcome, answer) = await caller.Call(WeChatAccount.ServiceAccount, MenuGetApi, "", null, Json(WeChatJson.Wire.MenuAnswer), cancellationToken);
        return answer is null ? new(outcome)
            : answer.Menu?.Button is { } buttons ? new(outcome, [.. buttons.Select(entry => entry.Button())])
            : new(Missing(MenuGetApi, "menu"));
    }

    public async Task<WeChatOutcome> DeleteMenu(CancellationToken cancellationToken) =>
        await Done("cgi-bin/menu/delete", null, cancellationToken) is var outcome and not WeChatOutcome.NotFound ? outcome : WeChatOutcome.Ok;

    // Such a call gives nothing but its errcode: without one it is not known to be done.
    private async Task<WeChatOutcome> Done(string api, byte[]? body, CancellationToken cancellationToken)
    {
        var (outcome, answer) = await caller.Call(WeChatAccount.ServiceAccount, api, "", body, Json(WeChatJson.Wire.WeChatAnswer), cancellationToken);
        return answer is { Errcode: null } ? Missing(api, "errcode") : outcome;
    }
}
