namespace Engagement.WeChat.Emulator.Templates;

/// <summary>Templates that a city of the emulator has from its first day.</summary>
internal static class DefaultTemplates
{
    public static readonly IReadOnlyList<MessageTemplate> All =
    [
        new("emulator-template-notice", "服务进度通知", TemplateKind.Template, [new("thing1", "服务名称"), new("thing2", "进度说明"), new("time3", "更新时间")]),
        new("emulator-onetime-digest", "收到祝福提醒", TemplateKind.OneTime, [new("thing1", "内容"), new("number2", "数量"), new("time3", "时间")]),
        new("emulator-longterm-digest", "公共服务动态通知", TemplateKind.LongTerm, [new("thing1", "内容"), new("number2", "数量"), new("time3", "时间")]),
        new("emulator-mini-digest", "收到祝福提醒", TemplateKind.MiniProgram, [new("thing1", "内容"), new("number2", "数量"), new("time3", "时间")]),
        new("emulator-mini-longterm-digest", "公共服务动态通知", TemplateKind.MiniProgramLongTerm, [new("thing1", "内容"), new("number2", "数量"), new("time3", "时间")]),
    ];
}
