using System.Text;
using System.Text.RegularExpressions;
using Engagement.Grains.Moderation;
using Engagement.Grains.WeChat;

namespace Engagement.Web.WeChat.Account;

/// <summary>WeChat's limits and ours for an account's file. Each fault names its field.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/product/menu/Creating_Custom-Defined_Menu.html</remarks>
internal static partial class AccountRules
{
    private const int LongestText = 600; // 2,048 bytes with Chinese of three each

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public static IEnumerable<string> Faults(AccountFile file) => [.. Menu(file), .. Keywords(file), .. Codes(file), .. Copy(file)];

    private static IEnumerable<string> Menu(AccountFile file)
    {
        if (file.Menu.Count > 3)
        {
            yield return $"menu has {file.Menu.Count} buttons; WeChat takes 3.";
        }

        foreach (var fault in file.Menu.SelectMany((button, i) => Button(file, button, $"menu[{i}]", bytes: 16, characters: 4, first: true)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Button(AccountFile file, AccountButton button, string field, int bytes, int characters, bool first)
    {
        if (Name(button.Name, bytes, characters) is { } name)
        {
            yield return $"{field}.name {name}";
        }

        var acts = new[] { button.PagePath ?? button.Path, button.Answer, button.Buttons is null ? null : "" }.Count(act => act is not null);
        if (acts != 1)
        {
            yield return $"{field} must have one of path, answer and buttons.";
        }

        if (button.PagePath is not null && button.Path is null)
        {
            yield return $"{field}.path is missing: the page for phones that can't open the mini program.";
        }

        if (button.PagePath is { } page && (page.Length is 0 or > 1_024 || page[0] == '/'))
        {
            yield return $"{field}.pagePath must be a page of the mini program without a slash before it.";
        }

        if (button.Path is { } path && Path(path) is { } wrong)
        {
            yield return $"{field}.path {wrong}";
        }

        if (button.Answer is { } answer && !PushTopics.Answers.Contains(answer) && !file.Keywords.Any(keyword => keyword.Text is not null && keyword.Words is [var word, ..] && word == answer))
        {
            yield return $"{field}.answer must be one of {string.Join(", ", PushTopics.Answers)} or the first word of a keyword with a text.";
        }

        if (button.Buttons is { } buttons)
        {
            if (!first)
            {
                yield return $"{field}.buttons: a menu has two levels.";
            }
            else if (buttons.Count is 0 or > 5)
            {
                yield return $"{field}.buttons has {buttons.Count}; WeChat takes 1 to 5.";
            }

            foreach (var fault in buttons.SelectMany((inner, i) => Button(file, inner, $"{field}.buttons[{i}]", bytes: 60, characters: 8, first: false)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Keywords(AccountFile file)
    {
        var seen = new HashSet<string>();
        foreach (var (keyword, i) in file.Keywords.Select((keyword, i) => (keyword, i)))
        {
            if (keyword.Words.Count == 0)
            {
                yield return $"keywords[{i}].words is empty.";
            }

            foreach (var word in keyword.Words)
            {
                if (word.Length is 0 or > 20 || AccountBook.Folded(word).Length == 0)
                {
                    yield return $"keywords[{i}].words: \"{word}\" must have 1 to 20 characters, not only punctuation.";
                }
                else if (!seen.Add(AccountBook.Folded(word)))
                {
                    yield return $"keywords[{i}].words: \"{word}\" is answered elsewhere already.";
                }
            }

            if (keyword.Answer is null == keyword.Text is null)
            {
                yield return $"keywords[{i}] must have either answer or text.";
            }

            if (keyword.Answer is { } answer && !PushTopics.Answers.Contains(answer))
            {
                yield return $"keywords[{i}].answer must be one of {string.Join(", ", PushTopics.Answers)}.";
            }

            if (keyword.Text is { } text && (text.Trim().Length == 0 || text.Length > LongestText))
            {
                yield return $"keywords[{i}].text must have 1 to {LongestText} characters.";
            }
        }
    }

    private static IEnumerable<string> Codes(AccountFile file)
    {
        var seen = new HashSet<string>();
        foreach (var (code, i) in file.Codes.Select((code, i) => (code, i)))
        {
            if (!SceneForm().IsMatch(code.Scene))
            {
                yield return $"codes[{i}].scene must be 1 to {SceneBook.Longest} letters, digits, '-' and '_'.";
            }
            else if (!seen.Add(code.Scene))
            {
                yield return $"codes[{i}].scene: \"{code.Scene}\" is there already.";
            }

            if (code.Name.Trim().Length is 0 or > 60)
            {
                yield return $"codes[{i}].name must have 1 to 60 characters.";
            }

            if (Path(code.Path) is { } wrong)
            {
                yield return $"codes[{i}].path {wrong}";
            }
        }
    }

    // What the account says itself obeys the rules of sharing (RR-14).
    private static IEnumerable<string> Copy(AccountFile file)
    {
        var buttons = file.Menu.SelectMany((button, i) => (button.Buttons ?? []).Select((inner, j) => ($"menu[{i}].buttons[{j}].name", inner.Name)).Prepend(($"menu[{i}].name", button.Name)));
        var texts = file.Keywords.SelectMany((keyword, i) => keyword.Text is { } text ? new[] { ($"keywords[{i}].text", text) } : []);
        foreach (var (field, text) in buttons.Concat(texts))
        {
            if (ShareCopy.Breach(text) is { } words)
            {
                yield return $"{field}: WeChat would take \"{words}\" for an inducement to share (docs/wechat.md, share rules).";
            }
        }
    }

    // WeChat counts bytes and refuses; phones count characters and cut.
    private static string? Name(string name, int bytes, int characters)
    {
        var width = name.EnumerateRunes().Sum(rune => rune.IsAscii ? 1 : 2);
        return name.Trim().Length == 0 ? "is empty."
            : Encoding.UTF8.GetByteCount(name) > bytes ? $"has {Encoding.UTF8.GetByteCount(name)} bytes; WeChat takes {bytes}."
            : width > 2 * characters ? $"is longer than {characters} Chinese characters; phones would cut it."
            : null;
    }

    private static string? Path(string path) =>
        path.Length is > 0 and <= 512 && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && Uri.IsWellFormedUriString(path, UriKind.Relative)
            ? null
            : "must be a path of this site, like /mine, written as in an address.";

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SceneForm();
}
