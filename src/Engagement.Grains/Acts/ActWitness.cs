using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

/// <summary>
/// That a passing of a rose, or a person on one day, attested an act. It is born in the commit that raises the act, and a birth
/// that exists refuses the whole commit: so each attests one act, however many are tried at once.
/// </summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.act.witness")]
public sealed class ActWitness : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "act-witness";

    /// <summary>The act.</summary>
    [Id(0)] public CivicActId Act { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];

    /// <summary>One passing of a rose.</summary>
    public static string OfHop(RoseId rose, int hop) => $"{rose}:{hop}";

    /// <summary>One person for one courier on one day.</summary>
    public static string OfPair(ParticipantId by, ParticipantId courier, int day) => $"{by}:{courier}:{day}";
}
