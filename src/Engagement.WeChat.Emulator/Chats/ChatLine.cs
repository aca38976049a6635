namespace Engagement.WeChat.Emulator.Chats;

/// <summary>One bubble in a persona's chat.</summary>
/// <param name="Number">Grows by one; later lines have larger ones.</param>
/// <param name="Persona">In whose chat.</param>
/// <param name="At">When, on the emulator's clock.</param>
/// <param name="Side">Who says it.</param>
/// <param name="Kind"><c>text</c>, <c>news</c>, <c>template</c>, <c>subscribe</c>, <c>event</c> and so on, as WeChat names them.</param>
/// <param name="Text">What is read first.</param>
/// <param name="Fields">A notice's rows, label and value.</param>
/// <param name="Link">Where a tap leads: an address, or a mini-program page.</param>
/// <param name="TemplateId">The notice's template.</param>
internal sealed record ChatLine(
    long Number,
    string Persona,
    DateTimeOffset At,
    ChatSide Side,
    string Kind,
    string Text,
    IReadOnlyList<ChatField>? Fields = null,
    string? Link = null,
    string? TemplateId = null);

/// <summary>A row of a notice.</summary>
internal sealed record ChatField(string Key, string Label, string Value);

/// <summary>Who says something in a chat.</summary>
internal enum ChatSide
{
    /// <summary>The person who holds the phone.</summary>
    Persona,

    /// <summary>The service account.</summary>
    Account,

    /// <summary>The mini program, in WeChat's 服务通知.</summary>
    MiniProgram,

    /// <summary>WeChat itself, in small print.</summary>
    WeChat,
}
