using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Protection;

/// <summary>Forgets a courier's good-deed letters; how many were issued and honoured stays.</summary>
internal sealed class ProtectionForgetting(ProtectionReader letters, CellGrains grains) : IForgetting
{
    private const int Page = 100;

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        while (await letters.Of(person, 0, Page) is { Count: > 0 } page) // each leaves the list when it is forgotten
        {
            foreach (var letter in page)
            {
                await grains.Protection(letter.Act).Forget();
            }
        }
    }
}
