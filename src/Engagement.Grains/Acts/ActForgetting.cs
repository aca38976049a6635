using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Acts;

/// <summary>Forgets what a courier told about their acts; what the acts count for their company stays.</summary>
public sealed class ActForgetting(ActReader acts, CellGrains grains) : IForgetting
{
    private const int Page = 200;

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        IReadOnlyList<CivicActState> page;
        var skip = 0;
        do
        {
            page = await acts.Of(person, skip, Page);
            foreach (var act in page)
            {
                await grains.Act(act.Id).Erase();
            }

            skip += Page;
        }
        while (page.Count == Page);
    }
}
