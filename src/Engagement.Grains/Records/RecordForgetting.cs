using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Records;

/// <summary>Empties the civic-behaviour record of a closed account.</summary>
public sealed class RecordForgetting(CellGrains grains) : IForgetting
{
    /// <inheritdoc/>
    public Task Forget(ParticipantId person) => grains.Record(person).Forget();
}
