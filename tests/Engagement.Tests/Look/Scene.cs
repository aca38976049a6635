namespace Engagement.Tests.Look;

/// <summary>One view with one sample model.</summary>
public sealed record Scene(string Name, string Address, string View, object? Model)
{
    public override string ToString() => Name;
}
