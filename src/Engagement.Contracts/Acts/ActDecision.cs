namespace Engagement.Contracts;

/// <summary>What a reviewer decides.</summary>
public enum ActVerdict
{
    /// <summary>It happened: <see cref="ActDecision.Level"/> E2, or E3 for a second reviewer to agree to.</summary>
    Accept = 1,

    /// <summary>Not accepted.</summary>
    Reject = 2,

    /// <summary>The courier is asked for more.</summary>
    NeedInfo = 3,

    /// <summary>An accepted act is lowered to <see cref="ActDecision.Level"/>; at E0 it no longer counts and may be appealed.</summary>
    Lower = 4,
}

/// <summary>A reviewer's decision.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Level">With Accept: E2 or E3. With Lower: the new level.</param>
/// <param name="Reason">Needed for everything but Accept.</param>
/// <param name="Note">With Accept at E3: the second source, such as the case number of the police or 12345, needed. Else a line for the courier, or null. At most 60 characters.</param>
[GenerateSerializer, Immutable, Alias("eng.act.decision")]
public sealed record ActDecision(
    [property: Id(0)] ActVerdict Verdict, [property: Id(1)] EvidenceLevel Level = EvidenceLevel.E2,
    [property: Id(2)] ActReason Reason = ActReason.None, [property: Id(3)] string? Note = null);
