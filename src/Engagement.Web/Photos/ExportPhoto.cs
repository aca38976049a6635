namespace Engagement.Web.Photos;

/// <summary>A photo in a person's export.</summary>
/// <param name="Photo">Its name.</param>
/// <param name="Address">Where the person opens it.</param>
/// <param name="At">When they brought it.</param>
/// <param name="ShownBy">Records that show it, like <c>act.ID</c>.</param>
public sealed record ExportPhoto(string Photo, string Address, DateTimeOffset At, IReadOnlyList<string> ShownBy);
