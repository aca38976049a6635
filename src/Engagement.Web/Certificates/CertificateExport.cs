using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Grains.Stars;
using Engagement.Grains.Volunteers;

namespace Engagement.Web.Certificates;

/// <summary>Certificates and stars of one person, for their export.</summary>
public sealed class CertificateExport(CertificateReader certificates, CertificateShelf shelf, StarReader stars, VolunteerReader volunteers)
{
    private const int Page = 100;

    /// <summary>Certificates, newest first, each as it was signed with every part of it.</summary>
    public async Task<IReadOnlyList<ExportCertificate>> Certificates(ParticipantId me)
    {
        var (accounts, all) = (await volunteers.AccountsOf(me), new List<ExportCertificate>());
        for (var page = await certificates.Of(accounts, 0, Page); page.Count > 0; page = await certificates.Of(accounts, all.Count, Page))
        {
            foreach (var certificate in page)
            {
                var view = await shelf.View(certificate);
                var (leaves, _, _) = await certificates.Open(certificate);
                all.Add(new(certificate.Number.Shown, Moment(certificate.Snapshot!.IssuedAt), certificate.Snapshot.From, certificate.Snapshot.To, certificate.Snapshot.Minutes,
                    (view?.Standing ?? CertificateStanding.None).ToString(), CertificateSignature.Present(certificate.Signed, leaves)));
            }
        }

        return all;
    }

    /// <summary>Stars and what is open about them; null for who never applied.</summary>
    public async Task<ExportStars?> Stars(ParticipantId me) => await stars.Read(me) is { } star
        ? new([.. star.Awards.Select(award => new ExportStar(award.Level, Moment(award.At), award.Minutes))],
            star.Application is { } last ? new(last.Level, last.Stage.ToString(), Moment(last.At), last.Refusal == StarRefusal.None ? null : last.Refusal.ToString()) : null,
            star.Bar is { } bar ? new(Moment(bar.Until), bar.Reason.ToString(), bar.Appeal.ToString()) : null)
        : null;

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}

/// <summary>A certificate.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="From">First day, like 20260101.</param>
/// <param name="To">Last day.</param>
/// <param name="Minutes">Minutes in it.</param>
/// <param name="Standing">What it is worth now.</param>
/// <param name="Signed">With every part, as SD-JWT.</param>
public sealed record ExportCertificate(string Number, DateTimeOffset IssuedAt, int From, int To, int Minutes, string Standing, string Signed);

/// <summary>Stars.</summary>
/// <param name="Awards">Awarded.</param>
/// <param name="Application">The latest application.</param>
/// <param name="Bar">A bar that stands.</param>
public sealed record ExportStars(IReadOnlyList<ExportStar> Awards, ExportStarApplication? Application, ExportStarBar? Bar);

/// <summary>A star.</summary>
public sealed record ExportStar(int Level, DateTimeOffset At, int Minutes);

/// <summary>An application.</summary>
public sealed record ExportStarApplication(int Level, string Stage, DateTimeOffset At, string? Refusal);

/// <summary>A bar.</summary>
public sealed record ExportStarBar(DateTimeOffset Until, string Reason, string Appeal);
