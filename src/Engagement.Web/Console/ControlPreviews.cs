using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Console;

/// <summary>Shows a change of the campaign before it is made.</summary>
public sealed class ControlPreviews(IStringLocalizer<Texts> texts, ControlWords words, CampaignSettings settings)
{
    /// <summary>The page.</summary>
    /// <param name="field">What changes.</param>
    /// <param name="before">Its value now.</param>
    /// <param name="form">What was filled in, checked.</param>
    /// <param name="page">What holds now.</param>
    /// <param name="way">Where to confirm.</param>
    public PreviewPage Of(ControlField field, string before, ControlForm form, ControlPage page, string way)
    {
        var (subject, after) = (form.Subject ?? "", form.Value ?? "");
        var line = field == ControlField.Allowance
            ? new PreviewLine(words.Field(field, ""), Roses(page.Tomorrow), Roses(after.Length == 0 ? settings.Roses.PerDay : int.Parse(after, CultureInfo.InvariantCulture)))
            : new PreviewLine(words.Field(field, subject), words.Value(field, subject, before), words.Value(field, subject, after));
        return new(words.Field(field, subject), When(field), [line], [.. Samples(field, subject, after, page)], new Dictionary<string, string?>
        {
            ["field"] = field.ToString(), ["value"] = after, ["subject"] = subject, ["reason"] = form.Reason, ["before"] = ControlForm.Mark(before),
        }, way);
    }

    private string When(ControlField field) => field == ControlField.Allowance
        ? texts["Preview.FromDay", ShanghaiDay.DateOf(ShanghaiDay.Of(settings.Clock.UtcNow.AddDays(1))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]
        : texts["Preview.AtOnce"];

    private IEnumerable<PreviewSample> Samples(ControlField field, string subject, string after, ControlPage page)
    {
        string every = texts["Preview.EveryPage"];
        switch (field)
        {
            case ControlField.Notice or ControlField.NoticeEnglish:
                var chinese = field == ControlField.Notice ? after : page.Value(ControlField.Notice);
                var english = field == ControlField.NoticeEnglish ? after : page.Value(ControlField.NoticeEnglish);
                yield return Strip(texts["Preview.Chinese"], chinese);
                yield return Strip(texts["Preview.English"], english.Length == 0 ? chinese : english);
                break;
            case ControlField.Unit:
                yield return after.Length == 0 ? Strip(texts["Preview.Members"], "") : Strip(texts["Preview.Members"], texts["Control.UnitPaused", words.Unit(subject)]);
                yield return new(texts["Preview.Means"], texts["Control.Hint.Unit"], "");
                break;
            case ControlField.Allowance:
                yield return new(texts["Preview.Writing"], texts["Control.Hint.Allowance"], "");
                break;
            case ControlField.Campaign:
                yield return new(texts["Preview.Means"], texts[after.Length == 0 ? "Preview.Reopened" : "Control.Hint.Campaign"], "");
                break;
            default:
                yield return after.Length == 0 ? Strip(every, "") : Strip(every, texts["Control.Paused." + field]);
                yield return new(texts["Preview.Means"], texts[after.Length == 0 ? "Preview.Reopened" : "Control.Hint." + field], "");
                break;
        }
    }

    private PreviewSample Strip(string label, string text) =>
        text.Length == 0 ? new(label, texts["Preview.NoStrip"], "text-secondary") : new(label, text, "strip");

    private string Roses(int roses) => texts["Preview.Roses", roses];
}
