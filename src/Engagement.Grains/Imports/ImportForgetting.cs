using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Imports;

/// <summary>Rows that wait for a person's word go with their account. What they confirmed is an entry of their hours, locked like the others.</summary>
public sealed class ImportForgetting(HourRowReader rows, CellGrains grains) : IForgetting
{
    private const int Page = 200;

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        for (var (page, _) = await rows.For(person, Page); page.Count > 0; (page, _) = await rows.For(person, Page))
        {
            foreach (var row in page)
            {
                await grains.HourRow(row.Id).Erase();
            }
        }
    }
}
