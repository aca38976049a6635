using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Needs;

/// <summary>Forgets what a person asked for; that an organisation served it stays.</summary>
public sealed class NeedForgetting(NeedReader needs, CellGrains grains) : IForgetting
{
    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        foreach (var need in await needs.Of(person, int.MaxValue))
        {
            await grains.Need(need.Id).Forget();
        }
    }
}
