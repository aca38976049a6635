using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>The push targets: the options' until the tester sets others, which are remembered.</summary>
internal sealed class TargetBook(EmulatorStore store, EmulatorOptions options)
{
    /// <summary>Where the account's pushes go; null for nowhere. The mini program uses the service account's unless it has its own.</summary>
    public PushTarget? Of(Account account)
    {
        var target = store.Read(state => state.Target) ?? options.Callback;
        return account.Right is Right.MiniProgram ? options.MiniProgramCallback ?? target : target;
    }

    public void Set(PushTarget target) => store.Change(state => state.Target = target);
}
