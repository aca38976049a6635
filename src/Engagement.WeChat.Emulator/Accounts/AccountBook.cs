namespace Engagement.WeChat.Emulator.Accounts;

/// <summary>The accounts that the emulator knows.</summary>
internal sealed class AccountBook(EmulatorOptions options)
{
    public Account Service { get; } = new(options.AppId, options.AppSecret, options.OriginalId, Right.ServiceAccount);

    public Account MiniProgram { get; } =
        new(options.MiniProgramAppId, options.MiniProgramAppSecret, options.MiniProgramOriginalId, Right.MiniProgram);

    public Account? Find(string? appId) => appId == Service.AppId ? Service : appId == MiniProgram.AppId ? MiniProgram : null;
}
