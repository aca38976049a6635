namespace Engagement.Contracts;

/// <summary>A service goes out in a batch.</summary>
/// <param name="Batch">The batch, as <c>yyyyMMddHHmmss-xxxxxx</c>.</param>
/// <param name="Number">Its place there, from 0.</param>
/// <param name="Organisation">Who organised and records.</param>
/// <param name="Minutes">What it counts now; 0 takes back what was sent before.</param>
/// <param name="By">Who made the batch.</param>
[GenerateSerializer, Immutable, Alias("eng.filing.send")]
public sealed record SendFiling(
    [property: Id(0)] string Batch, [property: Id(1)] int Number, [property: Id(2)] string Organisation, [property: Id(3)] int Minutes, [property: Id(4)] ParticipantId By);
