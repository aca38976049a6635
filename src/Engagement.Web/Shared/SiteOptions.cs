using System.ComponentModel.DataAnnotations;
using Engagement.Grains.Moderation;

namespace Engagement.Web.Shared;

/// <summary>Who runs this city's roses; printed in the footer and on the rules and consent pages.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>The campaign's name as people say it.</summary>
    [Required, StringLength(24)] public string Name { get; set; } = "余香";

    /// <summary>The body responsible for the data.</summary>
    [Required, StringLength(80)] public string Organiser { get; set; } = "未填写主办单位";

    /// <summary>How to reach a person there: telephone or address.</summary>
    [Required, StringLength(120)] public string Contact { get; set; } = "未填写联系方式";

    /// <summary>Filing number that Chinese sites must show; empty where none applies.</summary>
    public string? Filing { get; set; }

    /// <summary>Addresses besides <c>Site:Address</c> under which these pages are served, such as <c>https://h5.example.gov.cn</c>; without path.</summary>
    [MaxLength(4), CleanAddresses] public List<string> OtherAddresses { get; set; } = [];

    /// <summary>Line on top of every page, for a test clock or a rehearsal; empty hides it.</summary>
    public string? Banner { get; set; }

    /// <summary>The name stands in every title that is shared, so it obeys the rules of sharing (RR-14).</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ShareCopy.Breach(Name) is { } words)
        {
            yield return new($"Site:Name: WeChat would take \"{words}\" for an inducement to share (docs/wechat.md, share rules).", [nameof(Name)]);
        }
    }
}
