using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Security;

/// <summary>Media under check, and the event <c>wxa_media_check</c> that ends it.</summary>
internal sealed class MediaChecks(EmulatorStore store, EmulatorOptions options, PersonaBook personas, AccountBook accounts, Pusher pusher)
{
    /// <summary>Most that wait for a tester; the oldest are forgotten beyond it.</summary>
    public const int Capacity = 1_000;

    public IReadOnlyList<MediaCheck> Waiting => store.Read(state => state.MediaChecks.ToArray());

    public MediaRule Rule
    {
        get => store.Read(state => state.MediaRule);
        set => store.Change(state => state.MediaRule = value);
    }

    public void Begin(MediaCheck check)
    {
        store.Change(state =>
        {
            state.MediaChecks.Add(check);
            state.MediaChecks.RemoveRange(0, Math.Max(0, state.MediaChecks.Count - Capacity));
        });
        if (Rule is MediaRule.ByAddress)
        {
            var suggest = new[] { "risky", "review" }.FirstOrDefault(word => check.MediaUrl.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? "pass";
            _ = End(check.TraceId, Verdict.Named(suggest)!, options.MediaCheckTime);
        }
    }

    /// <summary>Gives the result of a check that waits. False if none has that id.</summary>
    public bool End(string traceId, Verdict verdict) => End(traceId, verdict, TimeSpan.Zero);

    private bool End(string traceId, Verdict verdict, TimeSpan delay)
    {
        var check = store.Change(state =>
        {
            var found = state.MediaChecks.Find(waiting => waiting.TraceId == traceId);
            state.MediaChecks.RemoveAll(waiting => waiting.TraceId == traceId);
            return found;
        });
        if (check is null || personas.Find(check.Persona) is not { } persona)
        {
            return false;
        }

        pusher.Push(PushOrder.Event(accounts.MiniProgram, persona, "wxa_media_check", Describe(traceId, verdict)), new(Delay: delay));
        return true;
    }

    private IEnumerable<XElement> Describe(string traceId, Verdict verdict)
    {
        XElement[] outcome = [PushXml.Text("suggest", verdict.Suggest), PushXml.Number("label", verdict.Label)];
        yield return PushXml.Text("appid", accounts.MiniProgram.AppId);
        yield return PushXml.Text("trace_id", traceId);
        yield return PushXml.Number("version", 2);
        yield return new XElement("detail", PushXml.Text("strategy", "content_model"), PushXml.Number("errcode", 0), outcome, PushXml.Number("prob", 90));
        yield return PushXml.Number("errcode", 0);
        yield return PushXml.Text("errmsg", "ok");
        yield return new XElement("result", outcome);
    }
}
