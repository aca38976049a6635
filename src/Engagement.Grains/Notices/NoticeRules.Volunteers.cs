using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Imports;
using Engagement.Grains.Stars;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Notices;

internal static partial class NoticeRules
{
    /// <summary>What stars tell their volunteer: the public notice, every award, and why one was declined.</summary>
    public static IEnumerable<Notice> Of(StarState star)
    {
        if (star.Locked)
        {
            yield break;
        }

        foreach (var award in star.Awards)
        {
            yield return new(NoticeKind.StarAwarded, At(award.At), Number: award.Level);
        }

        if (star.Application is { NoticeFrom: > 0 } shown)
        {
            yield return new(NoticeKind.StarShown, At(shown.NoticeFrom), Number: shown.Level);
        }

        if (star.Application is { Stage: StarStage.Refused } refused)
        {
            yield return new(NoticeKind.StarRefused, At(refused.EndedAt), Number: refused.Level) { Why = "Stars.Refusal" + refused.Refusal };
        }
    }

    /// <summary>What became of a certificate; nothing while it is valid.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="superseded">Unix milliseconds of the first offset of what it counts; 0 for none.</param>
    public static IEnumerable<Notice> Of(CertificateState certificate, long superseded) =>
        certificate.RevokedAt > 0 ? [new(NoticeKind.CertificateRevoked, At(certificate.RevokedAt)) { Certificate = certificate.Number, Why = "Cert.Fault" + certificate.Fault }]
        : superseded > 0 ? [new(NoticeKind.CertificateSuperseded, At(superseded)) { Certificate = certificate.Number }]
        : [];

    /// <summary>What an account hears of claims of an ID number: what its own record was told, and what the number's record says while the number is its own.</summary>
    public static IEnumerable<Notice> Of(VolunteerState volunteer, RealNameState? number)
    {
        foreach (var matter in volunteer.Told ?? [])
        {
            yield return new(matter.Kind, At(matter.At));
        }

        if (number?.Owner != volunteer.Id || number.Owner.IsNone)
        {
            yield break;
        }

        if (!number.Claimant.IsNone)
        {
            yield return new(NoticeKind.IdentityClaimed, At(number.ClaimedAt));
        }

        if (number.KeptAt > 0)
        {
            yield return new(NoticeKind.IdentityKept, At(number.KeptAt));
        }
    }

    /// <summary>
    /// Hours of other systems that wait: one line for each upload until all of its rows are answered. They came a few at a time; the line is as old as the approval, whichever
    /// of them are left.
    /// </summary>
    /// <param name="waiting">The first of them.</param>
    /// <param name="total">How many there are.</param>
    public static IEnumerable<Notice> Of(IReadOnlyList<HourRowState> waiting, long total)
    {
        var imports = waiting.GroupBy(row => row.Import).ToArray();
        return imports.Select(import => new Notice(
            NoticeKind.HoursOffered, At(import.Min(row => row.ApprovedAt > 0 ? row.ApprovedAt : row.OfferedAt)), Number: imports.Length == 1 ? total : import.Count()));
    }
}
