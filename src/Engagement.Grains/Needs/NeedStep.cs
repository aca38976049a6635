using Engagement.Contracts;

namespace Engagement.Grains.Needs;

/// <summary>A step of an order's history. Re-dispatching and cancelling keep it.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Stage">What it became.</param>
/// <param name="By">Who.</param>
/// <param name="Organisation">The organisation that was asked or answered; empty otherwise.</param>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.need.step")]
public sealed record NeedStep([property: Id(0)] long At, [property: Id(1)] NeedStage Stage, [property: Id(2)] ParticipantId By, [property: Id(3)] string Organisation = "");
