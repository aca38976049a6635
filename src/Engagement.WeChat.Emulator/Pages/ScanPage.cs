using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>A QR code as somebody would find it, and the personas who can scan it.</summary>
internal static class ScanPage
{
    public static string Render(QrTicket code, IReadOnlyList<Persona> personas, EmulatorOptions options)
    {
        var rows = new StringBuilder();
        foreach (var persona in personas.Take(PickerPage.MostListed))
        {
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><form method="post" action="{ChatPage.PathOf(persona)}"><input type="hidden" name="code" value="{Html.Encode(code.Ticket)}"><button class="row-button" name="do" value="scan">{Face.Of(persona)}<span class="name">{Html.Encode(persona.Name)}</span></button></form></li>

                """);
        }

        var isOver = code.ExpiresAt <= options.UtcNow();
        return Html.ControlFrame("扫码", $"""
            <main class="narrow">
            <p class="kicker"><a href="/emulator">本机微信模拟器</a></p>
            <h1>扫码关注“{Html.Encode(options.AccountName)}”</h1>
            <section class="card scan"><img src="/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(code.Ticket)}" width="215" height="215" alt="带参数二维码">
            <p class="hint">场景值 {Html.Encode(code.Scene)}</p>{(isOver ? "<p class=\"wrong\" role=\"alert\">二维码已过期。</p>" : "")}</section>
            {(isOver ? "" : $"<h2 class=\"who\">谁来扫？ <span lang=\"en\">Who scans?</span></h2><ul class=\"card people\">{rows}</ul>")}
            </main>
            """);
    }
}
