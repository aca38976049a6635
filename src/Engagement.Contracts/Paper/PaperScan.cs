namespace Engagement.Contracts;

/// <summary>A person with a printed code in their hands presses the button: a look never writes.</summary>
/// <param name="By">Who.</param>
/// <param name="DeviceAt">Unix milliseconds of the phone's clock when it was scanned without network; 0 for now.</param>
/// <param name="Counter">The phone's own count of such scans, from 1; 0 for now.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.scan")]
public sealed record PaperScan([property: Id(0)] ParticipantId By, [property: Id(1)] long DeviceAt = 0, [property: Id(2)] long Counter = 0)
{
    /// <summary>It was kept on the phone for want of network (OR-05).</summary>
    public bool IsOffline => DeviceAt > 0;
}

/// <summary>Answer to a scan.</summary>
/// <param name="Outcome">
/// Done, or why not. OwnRose: it is in this person's hands already, nothing changed. Expired: its holder is not handing it over.
/// AlreadyClaimed: somebody else was faster. Frozen: the code looks copied, an operator looks first. Voided: this print is no longer good.
/// </param>
/// <param name="Rose">The rose of the code; default while it has none.</param>
/// <param name="Hop">With Done: which hop this is; 0 for the first hand.</param>
/// <param name="Waits">With Done: an operator looks at it first, because it was scanned more than 72 h ago.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.scanned")]
public sealed record PaperReceipt(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] RoseId Rose = default, [property: Id(2)] int Hop = 0, [property: Id(3)] bool Waits = false);

/// <summary>Answer of a holder who hands the rose over.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Until">With Done: until when the next person can take it.</param>
[GenerateSerializer, Immutable, Alias("eng.paper.window")]
public sealed record WindowReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] DateTimeOffset Until = default);
