namespace Engagement.Contracts;

/// <summary>
/// One computer that wants to get into the console, by a code that a signed-in phone scans. Key: <c>campaign/ticket</c>, 128 random bits. Kept in
/// memory only, for two minutes: what is lost is scanned again.
/// </summary>
[Alias("eng.door")]
public interface IDoorGrain : IGrainWithStringKey
{
    /// <summary>The computer waits from now on. Once for each ticket; whatever comes later changes nothing.</summary>
    /// <param name="browser">Digest of the secret that only this browser has.</param>
    /// <param name="number">Two digits that it shows: who confirms must have seen them.</param>
    /// <param name="kind">What browser it says it is, for the person to recognise.</param>
    [Alias("Open")] Task Open(string browser, int number, string kind);

    /// <summary>What the phone asks about; null when there is no such ticket or it is over.</summary>
    [Alias("Look")] Task<DoorQuestion?> Look();

    /// <summary>
    /// The phone's answer, once: the number that the computer shows, or 0 to refuse. A wrong number refuses, too, and nothing is asked again.
    /// </summary>
    /// <returns>Done, Forbidden for a wrong number, Expired when there is nothing to answer any more.</returns>
    [Alias("Answer")] Task<Outcome> Answer(ParticipantId by, int number);

    /// <summary>The computer asks how it stands. Whoever was let in is named once; after that the ticket is over.</summary>
    /// <param name="browser">Digest of the browser's secret; another one's is told that the ticket is over.</param>
    [Alias("Ask")] Task<DoorStep> Ask(string browser);
}

/// <summary>What a phone is asked.</summary>
/// <param name="Choices">Three numbers, of which the computer shows one.</param>
/// <param name="Kind">The computer's browser.</param>
[GenerateSerializer, Immutable, Alias("eng.door.question")]
public sealed record DoorQuestion([property: Id(0)] IReadOnlyList<int> Choices, [property: Id(1)] string Kind);

/// <summary>How a computer's wish stands.</summary>
/// <param name="State">How.</param>
/// <param name="By">Who let it in; only when <see cref="DoorState.LetIn"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.door.step")]
public sealed record DoorStep([property: Id(0)] DoorState State, [property: Id(1)] ParticipantId By = default);

/// <summary>How a computer's wish stands.</summary>
public enum DoorState
{
    /// <summary>Unknown, used or too old: a fresh code is needed.</summary>
    Over = 0,

    /// <summary>Nobody answered yet.</summary>
    Waiting,

    /// <summary>The phone said no.</summary>
    Refused,

    /// <summary>The phone said yes.</summary>
    LetIn,
}
