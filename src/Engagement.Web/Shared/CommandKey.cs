namespace Engagement.Web.Shared;

/// <summary>A form's idempotency key: made once when the form is rendered, sent again with every retry.</summary>
public static class CommandKey
{
    public static string New() => Guid.CreateVersion7().ToString("D");
}
