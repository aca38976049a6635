using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Nominations;

/// <summary>A closed account's code and thanks.</summary>
public sealed class NominationForgetting(CellGrains grains) : IForgetting
{
    /// <inheritdoc/>
    public Task Forget(ParticipantId person) => grains.Nominations(person).Forget();
}
