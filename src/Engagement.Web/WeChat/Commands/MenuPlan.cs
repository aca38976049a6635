using System.Text;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.WeChat.Account;

namespace Engagement.Web.WeChat.Commands;

/// <summary>The menu as WeChat is told, and how it differs from the one it shows.</summary>
internal static class MenuPlan
{
    private const int LongestUrl = 1_024;

    /// <summary>The configured menu in WeChat's words.</summary>
    /// <param name="file">The account's file, already checked.</param>
    /// <param name="address">The site's public address.</param>
    /// <param name="miniProgram">AppID of the mini program; null for none.</param>
    /// <exception cref="ConfigurationException">A button can't be made of these settings; it names the field.</exception>
    public static IReadOnlyList<MenuButton> Of(AccountFile file, string address, string? miniProgram) =>
        [.. file.Menu.Select((button, i) => Of(file, button, $"menu[{i}]", PublicAddress.Require(address), miniProgram))];

    /// <summary>Lines that begin with "-" for what WeChat shows now and "+" for what it will show, in the order of the menu; empty when they are the same.</summary>
    public static IReadOnlyList<string> Difference(IReadOnlyList<MenuButton> now, IReadOnlyList<MenuButton> then)
    {
        var (before, after) = (Lines(now).ToList(), Lines(then).ToList());
        return before.SequenceEqual(after) ? [] : [.. Changes(before, after)];
    }

    private static MenuButton Of(AccountFile file, AccountButton button, string field, string address, string? miniProgram)
    {
        if (button.Buttons is { } inner)
        {
            return new(button.Name, Buttons: [.. inner.Select((one, i) => Of(file, one, $"{field}.buttons[{i}]", address, miniProgram))]);
        }

        if (button.Answer is { } answer)
        {
            return new(button.Name, "click", Key: PushTopics.Answers.Contains(answer) ? answer : PushTopics.Text + answer);
        }

        var url = address + button.Path;
        if (Encoding.UTF8.GetByteCount(url) > LongestUrl)
        {
            throw new ConfigurationException($"{field}.path makes an address of more than {LongestUrl} bytes with Site:Address.");
        }

        return button.PagePath is not { } page ? new(button.Name, "view", Url: url)
            : miniProgram is null ? throw new ConfigurationException($"{field}.pagePath needs WeChat:MiniProgramAppId.")
            : new(button.Name, "miniprogram", Url: url, AppId: miniProgram, PagePath: page);
    }

    private static IEnumerable<string> Lines(IReadOnlyList<MenuButton> buttons, string indent = "") => buttons.SelectMany(button =>
        new[] { indent + string.Join(' ', new[] { button.Name, button.Buttons is { Count: > 0 } ? null : button.Type, button.Key, button.AppId, button.PagePath, button.Url }.Where(part => !string.IsNullOrEmpty(part))) }
            .Concat(Lines(button.Buttons ?? [], indent + "  ")));

    // The longest common part stays; a menu has eighteen lines at most.
    private static IEnumerable<string> Changes(List<string> before, List<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                yield return "  " + before[i++];
                j++;
            }
            else if (j == after.Count || i < before.Count && common[i + 1, j] >= common[i, j + 1])
            {
                yield return "- " + before[i++];
            }
            else
            {
                yield return "+ " + after[j++];
            }
        }
    }
}
