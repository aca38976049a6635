using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>What a volunteer wrote in requests goes with their account. Their entries stay, locked: the law asks to keep them (design.md §10).</summary>
public sealed class CorrectionForgetting(CorrectionReader corrections, CellGrains grains) : IForgetting
{
    private const int Page = 200;

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        IReadOnlyList<HourCorrectionState> page;
        var skip = 0;
        do
        {
            page = await corrections.Of(person, skip, Page);
            foreach (var correction in page)
            {
                await grains.Correction(correction.Id).Erase();
            }

            skip += Page;
        }
        while (page.Count == Page);
    }
}
