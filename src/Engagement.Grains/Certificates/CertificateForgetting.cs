using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Certificates;

/// <summary>Locks a person's certificates and stars: the law asks to keep them, and nobody is shown them any more (design.md §10).</summary>
internal sealed class CertificateForgetting(CertificateReader certificates, CellGrains grains) : IForgetting
{
    private const int Page = 50;

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        while (await certificates.Of(person, 0, Page) is { Count: > 0 } page) // each leaves the list when it is locked
        {
            foreach (var certificate in page)
            {
                await grains.Certificate(certificate.Number).Forget();
            }
        }

        await grains.Stars(person).Lock();
    }
}
