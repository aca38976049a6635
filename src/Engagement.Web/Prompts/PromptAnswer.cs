namespace Engagement.Web.Prompts;

/// <summary>What a person did with the prompt, as the page reports it.</summary>
public enum PromptAnswer
{
    /// <summary>Put it off with the form's own button.</summary>
    Later,

    /// <summary>Allowed at least one template.</summary>
    Accept,

    /// <summary>Refused, closed the box, or WeChat lets no such message through.</summary>
    Reject,
}
