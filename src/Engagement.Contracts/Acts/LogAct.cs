namespace Engagement.Contracts;

/// <summary>What a courier says about an act. Nothing but the kind is ever required (CA-02).</summary>
/// <param name="Kind">Id of the catalogue.</param>
/// <param name="Details">Optional details.</param>
[GenerateSerializer, Immutable, Alias("eng.act.log")]
public sealed record LogAct([property: Id(0)] string Kind, [property: Id(1)] ActDetails Details);

/// <summary>What may be told besides the kind; each null leaves what is there.</summary>
/// <param name="Place">A district's code or a town's, which begins with it; never a position.</param>
/// <param name="Photo">Content hash of a photo that was taken in and stored.</param>
/// <param name="Note">A line for the reviewer, at most 60 characters; nobody else reads it.</param>
[GenerateSerializer, Immutable, Alias("eng.act.details")]
public sealed record ActDetails([property: Id(0)] string? Place = null, [property: Id(1)] string? Photo = null, [property: Id(2)] string? Note = null);

/// <summary>Answer to an act that was logged.</summary>
/// <param name="Outcome">Done, or why not; then the other fields are empty.</param>
/// <param name="Act">The act.</param>
/// <param name="Left">Acts that may still be logged for its day.</param>
/// <param name="Field">With Invalid: the field. With DailyLimit: <c>kind</c> when only this kind is used up.</param>
[GenerateSerializer, Immutable, Alias("eng.act.logged")]
public sealed record ActReceipt(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] CivicActId Act = default, [property: Id(2)] int Left = 0, [property: Id(3)] string? Field = null);
