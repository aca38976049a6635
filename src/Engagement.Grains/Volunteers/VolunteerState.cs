using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>A volunteer's record: who they are (10 to 29), their hours (30 to 49), their stars (50 to 69), what lies ahead (70 to 79).</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.volunteer.state")]
public sealed partial class VolunteerState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "volunteer";

    /// <summary>Whose.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(1)] public CommandLog Commands { get; set; } = new();

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [.. OfIdentity(), .. HoursDerived(), .. BookingsDerived()];
}
