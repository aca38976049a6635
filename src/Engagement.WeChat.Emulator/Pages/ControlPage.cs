using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Faults;
using Engagement.WeChat.Emulator.Pages.Sections;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Security;
using Engagement.WeChat.Emulator.Tokens;
using Engagement.WeChat.Emulator.Users;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary><c>GET /emulator</c>: everything that a tester can see and turn.</summary>
internal sealed class ControlPage(
    EmulatorOptions options, AccountBook accounts, PersonaBook personas, People people, TargetBook targets, PushLog pushes, CallBook calls, FaultBook faults,
    TokenBook tokens, QrBook codes, MediaChecks media)
{
    public Task Show(HttpContext context)
    {
        var note = context.Request.Query["note"].ToString();
        var body = $"""
            <header class="bar">
            <div><p class="kicker">本机微信模拟器 <span lang="en">WeChat emulator</span></p><h1>{Html.Encode(options.AccountName)}</h1></div>
            {ClockSection.Render(options)}
            </header>
            {(note.Length > 0 ? $"<p class=\"note\" role=\"status\">{Html.Encode(note)}</p>" : "")}
            <main class="board">
            <div class="column">
            {PeopleSection.Render(personas.All, persona => people.Read(persona, person => (person.FollowedAt is not null, person.Credits.Count)))}
            {CodeSection.Render(codes.Latest(6), options.UtcNow())}
            {MediaSection.Render(media.Rule, media.Waiting)}
            </div>
            <div class="column">
            {TargetSection.Render(targets.Of(accounts.Service))}
            {PushSection.Render(pushes.Latest(12))}
            </div>
            <div class="column">
            {FaultSection.Render(faults.All)}
            {CallSection.Render(calls.All, tokens.Latest(accounts.Service, TokenKind.Stable), tokens.Latest(accounts.Service, TokenKind.Ticket), options.UtcNow())}
            </div>
            </main>
            """;
        return Html.Write(context, StatusCodes.Status200OK, Html.ControlFrame("微信模拟器", body), formAction: "'self'", live: true);
    }
}
