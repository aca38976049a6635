using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Chats;

/// <summary>What was said. The oldest lines are forgotten beyond <see cref="Capacity"/>, all chats together.</summary>
internal sealed class ChatBook(EmulatorStore store, EmulatorOptions options)
{
    /// <summary>Most lines kept.</summary>
    public const int Capacity = 20_000;

    private const int Slack = 1_000; // so that not every line beyond the capacity moves all others

    /// <summary>Adds a line; its number and time are given here.</summary>
    public ChatLine Add(Persona persona, ChatSide side, string kind, string text, IReadOnlyList<ChatField>? fields = null, string? link = null, string? templateId = null) =>
        store.Change(state =>
        {
            var number = state.Chats is [.., var last] ? last.Number + 1 : 1;
            var line = new ChatLine(number, persona.Name, options.UtcNow(), side, kind, text, fields, link, templateId);
            state.Chats.Add(line);
            if (state.Chats.Count > Capacity + Slack)
            {
                state.Chats.RemoveRange(0, Slack);
            }

            return line;
        });

    /// <summary>The persona's lines after a number, oldest first, at most <paramref name="most"/> of the newest.</summary>
    public IReadOnlyList<ChatLine> Of(Persona persona, long after = 0, int most = 200) => store.Read(state =>
        state.Chats.Where(line => line.Number > after && line.Persona == persona.Name).TakeLast(most).ToArray());

    /// <summary>The newest lines of everybody, newest first.</summary>
    public IReadOnlyList<ChatLine> Latest(int most) => store.Read(state => state.Chats.TakeLast(most).Reverse().ToArray());
}
