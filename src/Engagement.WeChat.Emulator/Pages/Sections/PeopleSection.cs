using System.Globalization;
using System.Text;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Pages.Sections;

/// <summary>The personas; each leads to its phone.</summary>
internal static class PeopleSection
{
    /// <param name="personas">All of them.</param>
    /// <param name="look">Whether one follows, and how many templates it has accepted.</param>
    public static string Render(IReadOnlyList<Persona> personas, Func<Persona, (bool Follows, int Credits)> look)
    {
        var rows = new StringBuilder();
        foreach (var persona in personas.Take(PickerPage.MostListed))
        {
            var (follows, credits) = look(persona);
            rows.Append(CultureInfo.InvariantCulture, $"""
                <li><a href="{ChatPage.PathOf(persona)}">{Face.Of(persona)}<span class="name">{Html.Encode(persona.Name)}</span>
                {(credits > 0 ? $"<span class=\"tag\">订阅 {credits}</span>" : "")}{(persona.Snapshot ? "<span class=\"tag\">快照</span>" : "")}<span class="tag{(follows ? " on" : "")}">{(follows ? "已关注" : "未关注")}</span></a></li>

                """);
        }

        var more = personas.Count > PickerPage.MostListed ? $"<li class=\"more\">另有 {personas.Count - PickerPage.MostListed} 人未列出，请在下面输入名字。</li>" : "";
        return $"""
            <section class="card" aria-labelledby="people">
            <h2 id="people">人物与手机 <span lang="en">Phones</span></h2>
            <ul class="people" data-live="people">
            {rows}{more}</ul>
            <form class="pad line" method="post" action="/emulator">
            <input type="hidden" name="do" value="persona">
            <label class="grow"><span class="hidden">名字</span><input name="name" required maxlength="{2 * Persona.LongestName}" autocomplete="off" placeholder="名字，没有的会新建"></label>
            <label class="check"><input type="checkbox" name="snapshot" value="1"> 快照访客</label>
            <button>打开手机</button>
            </form>
            </section>
            """;
    }
}
