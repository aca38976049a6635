using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Templates;

/// <summary>The templates of both accounts: those of the options, and those added since.</summary>
internal sealed class TemplateBook(EmulatorStore store, EmulatorOptions options)
{
    /// <summary>Most templates added, as WeChat allows an account.</summary>
    public const int Capacity = 25;

    public IReadOnlyList<MessageTemplate> All => store.Read(state =>
        options.Templates.Where(template => !state.Templates.ContainsKey(template.Id)).Concat(state.Templates.Values).ToArray());

    public MessageTemplate? Find(string? id) => id is null ? null : store.Read(state =>
        state.Templates.GetValueOrDefault(id) ?? options.Templates.FirstOrDefault(template => template.Id == id));

    /// <summary>Adds or replaces a template; says what is wrong with it, or null.</summary>
    public string? Put(MessageTemplate template)
    {
        if (template.Id is not { Length: > 0 and <= 64 } || template.Title is not { Length: > 0 and <= 30 })
        {
            return "id 须为 1 至 64 个字符，title 须为 1 至 30 个字符。";
        }

        if (template.Fields is not { Count: > 0 and <= 10 }
            || template.Fields.FirstOrDefault(row => row is not { Label.Length: > 0 } || !FieldRule.IsKnown(row.Key)) is not null)
        {
            return "fields 须有 1 至 10 项，每项写作 {\"key\":\"thing1\",\"label\":\"内容\"}，key 为类型加序号。";
        }

        return store.Change(state =>
        {
            if (state.Templates.Count >= Capacity && !state.Templates.ContainsKey(template.Id))
            {
                return $"最多 {Capacity} 个模板。";
            }

            state.Templates[template.Id] = template;
            return null;
        });
    }
}
