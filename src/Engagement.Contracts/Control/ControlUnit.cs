namespace Engagement.Contracts;

/// <summary>Names of units that can be frozen: <c>company:id</c> and <c>organisation:id</c>.</summary>
public static class ControlUnit
{
    /// <summary>A courier company.</summary>
    public static string Company(string id) => "company:" + id;

    /// <summary>An organisation.</summary>
    public static string Organisation(string id) => "organisation:" + id;
}
