namespace Engagement.Contracts;

/// <summary>What a citizen asks for.</summary>
/// <param name="Title">In a few words, at most 30 characters; what the centre and the organisation see in lists.</param>
/// <param name="District">District's code.</param>
/// <param name="Text">What it is about, where and when, at most 200 characters; sealed.</param>
/// <param name="Contact">How to reach the requester, at most 60 characters; sealed, for the centre and for the organisation that took it.</param>
[GenerateSerializer, Immutable, Alias("eng.need.order")]
public sealed record OrderNeed([property: Id(0)] string Title, [property: Id(1)] string District, [property: Id(2)] string Text, [property: Id(3)] string Contact)
{
    /// <summary>Nothing of it: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => nameof(OrderNeed);
}
