namespace Engagement.Contracts;

/// <summary>Where a person's thanks are.</summary>
public enum NominationState
{
    /// <summary>Waits for the courier.</summary>
    Waiting = 0,

    /// <summary>The courier lets it be shown.</summary>
    Accepted,

    /// <summary>The courier does not want it shown.</summary>
    Declined,
}

/// <summary>Thanks as the courier sees them: ready-made words and a day, and nothing of who said them.</summary>
/// <param name="Handle">Names it to <see cref="INominationGrain.Decide"/>; tells nothing about the person.</param>
/// <param name="Reason">Reason id.</param>
/// <param name="Preset">Preset id.</param>
/// <param name="At">Unix milliseconds of the latest time.</param>
/// <param name="Times">How often this person said it.</param>
/// <param name="State">Where it is.</param>
[GenerateSerializer, Immutable, Alias("eng.nomination.view")]
public sealed record NominationView(
    [property: Id(0)] string Handle, [property: Id(1)] string Reason, [property: Id(2)] string Preset, [property: Id(3)] long At,
    [property: Id(4)] int Times, [property: Id(5)] NominationState State);

/// <summary>Everything that the public thanked a courier for.</summary>
/// <param name="Code">The code for helmet and box; null before the courier made one.</param>
/// <param name="Thanks">One for each person, newest first.</param>
[GenerateSerializer, Immutable, Alias("eng.nomination.all")]
public sealed record NominationsView([property: Id(0)] string? Code, [property: Id(1)] IReadOnlyList<NominationView> Thanks);
