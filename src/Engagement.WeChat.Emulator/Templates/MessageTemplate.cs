namespace Engagement.WeChat.Emulator.Templates;

/// <summary>A message template of an account.</summary>
/// <param name="Id">Its template id.</param>
/// <param name="Title">Its title, the message's first line.</param>
/// <param name="Kind">How it may be sent.</param>
/// <param name="Fields">Its rows in their order; every one must be sent.</param>
public sealed record MessageTemplate(string Id, string Title, TemplateKind Kind, IReadOnlyList<TemplateRow> Fields);

/// <summary>A row of a template.</summary>
/// <param name="Key">Type and number, such as <c>thing1</c> or <c>time3</c>; the type rules the value.</param>
/// <param name="Label">What stands before the value.</param>
public sealed record TemplateRow(string Key, string Label);

/// <summary>How a template may be sent.</summary>
public enum TemplateKind
{
    /// <summary>A template message (模板消息): to every follower.</summary>
    Template,

    /// <summary>A one-time subscription (一次性订阅): one accepted prompt, one message.</summary>
    OneTime,

    /// <summary>A long-term subscription (长期订阅): one accepted prompt, every message.</summary>
    LongTerm,

    /// <summary>A one-time subscription of the mini program.</summary>
    MiniProgram,

    /// <summary>A long-term subscription of the mini program.</summary>
    MiniProgramLongTerm,
}
