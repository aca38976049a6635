using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Nominations;

/// <summary>What the public thanked a courier for, under the courier's id.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.nomination.state")]
public sealed class NominationsState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "nominations";

    /// <summary>People whose thanks are kept; the oldest declined ones make room.</summary>
    public const int Kept = 500;

    /// <summary>The courier.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Codes ever made.</summary>
    [Id(1)] public int Issue { get; set; }

    /// <summary>The code that is good now; null for none.</summary>
    [Id(2)] public string? Code { get; set; }

    /// <summary>One for each person, in the order of their first.</summary>
    [Id(3)] public List<Nomination> Thanks { get; set; } = [];

    /// <summary>Recent commands.</summary>
    [Id(4)] public CommandLog Commands { get; set; } = new();

    /// <summary>Shanghai day that the next two count.</summary>
    [Id(5)] public int Day { get; set; }

    /// <summary>People who thanked for the first time on that day.</summary>
    [Id(6)] public int NewPeople { get; set; }

    /// <summary>Codes made on that day.</summary>
    [Id(7)] public int NewCodes { get; set; }

    /// <summary>The account was closed: everything personal is gone.</summary>
    [Id(8)] public bool Erased { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Code is { } code)
        {
            yield return new Index(NominationEffects.Codes, NominationEffects.Member(code, Id), 0);
        }
    }
}

/// <summary>What one person thanked for; saying it again adds to it.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Reason id, of the latest time while it waits, else of when it was decided.</param>
/// <param name="Preset">Preset id, likewise.</param>
/// <param name="At">Unix milliseconds of the latest time.</param>
/// <param name="Times">How often.</param>
/// <param name="State">Where it is.</param>
[GenerateSerializer, Immutable, Alias("eng.nomination.one")]
public sealed record Nomination(
    [property: Id(0)] ParticipantId By, [property: Id(1)] string Reason, [property: Id(2)] string Preset, [property: Id(3)] long At,
    [property: Id(4)] int Times = 1, [property: Id(5)] NominationState State = NominationState.Waiting);
