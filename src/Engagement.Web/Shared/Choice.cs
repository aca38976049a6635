namespace Engagement.Web.Shared;

/// <summary>One option of a list: what is sent and what is read.</summary>
public sealed record Choice(string Value, string Text);
