namespace Engagement.Web.Moderation;

/// <summary>Who reads own words before others do. Section "Moderation".</summary>
public sealed class ModerationOptions
{
    /// <summary>
    /// Own words of people who were in the mini program within two hours wait for WeChat's check; everybody else's are checked by
    /// the local lists alone. Default true; without effect while no mini program is configured.
    /// </summary>
    public bool CheckByWeChat { get; set; } = true;
}
