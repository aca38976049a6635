using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

/// <summary>What only people with a confirmed place read of an activity: door codes, telephone numbers, where to meet.</summary>
public static class PrivateDetails
{
    /// <summary>In clear; empty for none. Who may read it is for the caller to know: <see cref="SignUp.MayCome"/>, and organisers.</summary>
    public static string Open(ActivityState activity, CellKeys keys) => activity.Private is { } box ? keys.Open(box, activity.Salt) : "";
}
