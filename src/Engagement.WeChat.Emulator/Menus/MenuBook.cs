using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Menus;

/// <summary>The service account's menu.</summary>
internal sealed class MenuBook(EmulatorStore store)
{
    /// <summary>The menu as it was created, a copy; null without one.</summary>
    public JsonObject? Menu
    {
        get => store.Read(state => state.Menu) is { } text ? (JsonObject)JsonNode.Parse(text)! : null;
        set => store.Change(state => state.Menu = value?.ToJsonString(EmulatorJson.Readable.Options));
    }

    /// <summary>The menu as the phone shows it.</summary>
    public IReadOnlyList<MenuButton> Shown => Menu is { } menu ? [.. Buttons(menu, "button").Select(Show)] : [];

    /// <summary>The buttons in a member of a checked menu.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonObject owner, string member) => owner.Array(member)?.OfType<JsonObject>() ?? [];

    private static MenuButton Show(JsonObject button) => new(
        button.Text("name")!,
        button.Text("type"),
        button.Text("key"),
        button.Text("url"),
        button.Text("pagepath"),
        [.. Buttons(button, "sub_button").Select(Show)]);
}

/// <summary>A button: with <paramref name="Children"/> it only opens them.</summary>
internal sealed record MenuButton(string Name, string? Type, string? Key, string? Url, string? PagePath, IReadOnlyList<MenuButton> Children);
