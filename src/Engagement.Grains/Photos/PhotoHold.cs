using Engagement.Contracts;

namespace Engagement.Grains.Photos;

/// <summary>Why a photo is kept.</summary>
/// <param name="By">Who brought it.</param>
/// <param name="Use">The record that shows it, like <c>act.ID</c>; empty while none does.</param>
/// <param name="At">Unix milliseconds: when it was brought, or since when the record shows it.</param>
[GenerateSerializer, Immutable, Alias("eng.photo.hold")]
public sealed record PhotoHold([property: Id(0)] ParticipantId By, [property: Id(1)] string Use, [property: Id(2)] long At);
