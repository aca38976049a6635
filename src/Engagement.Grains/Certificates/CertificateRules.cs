using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Certificates;

/// <summary>The rules of a certificate: pure and synchronous.</summary>
internal static class CertificateRules
{
    /// <summary>It is issued: the record's first state.</summary>
    public static Receipt Issue(CertificateState certificate, CertificateState issued)
    {
        (certificate.Number, certificate.Volunteer, certificate.Content, certificate.Snapshot) = (issued.Number, issued.Volunteer, issued.Content, issued.Snapshot);
        (certificate.Name, certificate.IdNumber, certificate.Signed) = (issued.Name, issued.IdNumber, issued.Signed);
        (certificate.Entries, certificate.Accounts) = (issued.Entries, issued.Accounts);
        certificate.Follow([.. certificate.Derived()]);
        return Receipt.Done;
    }

    /// <summary>A link to a part. Links that are over make room.</summary>
    public static Receipt Share(CertificateState certificate, CommandId command, ParticipantId by, ShareCertificate share, HourMoment moment) =>
        HourCommands.Once(certificate, certificate.Commands, command, Content.Of("share", share.ToString()), moment, () =>
        {
            if (by != certificate.Volunteer || certificate.Locked)
            {
                return new(Outcome.NotFound);
            }

            if (Fault(certificate.Snapshot!, share) is { } field)
            {
                return new(Outcome.Invalid, field);
            }

            if (certificate.RevokedAt > 0)
            {
                return new(Outcome.Voided);
            }

            certificate.Shares.RemoveAll(old => old.Until <= moment.Milliseconds);
            if (certificate.Shares.Count >= ShareCertificate.Most)
            {
                return new(Outcome.TooMany);
            }

            var until = ShanghaiDay.End(ShanghaiDay.Of(moment.Now.AddDays(share.Days)));
            certificate.Shares.Add(new(++certificate.SharesEver, share.Scope, share.Key, share.WithName && certificate.Name is not null, until.ToUnixTimeMilliseconds()));
            return Receipt.Done;
        });

    /// <summary>A link ends.</summary>
    public static Receipt EndShare(CertificateState certificate, CommandId command, ParticipantId by, int share, HourMoment moment) =>
        HourCommands.Once(certificate, certificate.Commands, command, Content.Of("end", share.ToString(System.Globalization.CultureInfo.InvariantCulture)), moment, () =>
        {
            if (by != certificate.Volunteer || certificate.Locked || share < 1 || share > certificate.SharesEver)
            {
                return new(Outcome.NotFound);
            }

            certificate.Shares.RemoveAll(old => old.Number == share);
            return Receipt.Done;
        });

    /// <summary>The first pair of eyes.</summary>
    public static Receipt Ask(CertificateState certificate, CommandId command, ParticipantId by, bool organises, string unit, CertificateFault fault, HourMoment moment) =>
        HourCommands.Once(certificate, certificate.Commands, command, Content.Of("ask", unit, fault.ToString()), moment, () =>
        {
            if (!organises || by == certificate.Volunteer)
            {
                return new(Outcome.Forbidden);
            }

            if (certificate.Locked || certificate.Snapshot!.Units.All(known => known.Id != unit))
            {
                return new(Outcome.NotFound);
            }

            if (certificate.RevokedAt > 0 || certificate.Asked is not null)
            {
                return new(Outcome.AlreadyDecided);
            }

            certificate.Asked = new(by, unit, fault, moment.Milliseconds);
            certificate.Follow(HourCommands.Audit(moment, "certificate.ask", certificate.Number.ToString(), by, $"{unit} {fault}"));
            return Receipt.Done;
        });

    /// <summary>The second one. Who asked may only take it back.</summary>
    public static Receipt Answer(CertificateState certificate, CommandId command, ParticipantId by, Func<string, bool> organises, bool agree, HourMoment moment) =>
        HourCommands.Once(certificate, certificate.Commands, command, Content.Of("answer", agree ? "1" : "0"), moment, () =>
        {
            if (certificate.Asked is not { } asked)
            {
                return new(certificate.RevokedAt > 0 ? Outcome.AlreadyDecided : Outcome.NotFound);
            }

            if (!organises(asked.Unit) || by == certificate.Volunteer || agree && by == asked.By)
            {
                return new(Outcome.Forbidden);
            }

            certificate.Asked = null;
            if (agree)
            {
                (certificate.RevokedAt, certificate.Fault, certificate.Shares) = (moment.Milliseconds, asked.Fault, []);
            }

            certificate.Follow(HourCommands.Audit(moment, agree ? "certificate.revoke" : "certificate.keep", certificate.Number.ToString(), by, $"{asked.Unit} {asked.Fault}"));
            return Receipt.Done;
        });

    /// <summary>Compares a name; wrong ones count, so that nobody tries a city's names.</summary>
    public static Outcome Compare(CertificateState certificate, bool same, DateTimeOffset now)
    {
        if (certificate.Name is null || certificate.Locked)
        {
            return Outcome.NotFound;
        }

        if (certificate.Names.Next(ShanghaiDay.Of(now)) is not { } tries)
        {
            return Outcome.DailyLimit;
        }

        if (same)
        {
            return Outcome.Done;
        }

        certificate.Names = tries;
        certificate.Touch();
        return Outcome.NotFound;
    }

    /// <summary>The account was closed.</summary>
    public static void Lock(CertificateState certificate)
    {
        if (certificate.Locked)
        {
            return;
        }

        var before = certificate.Derived().ToArray();
        (certificate.Locked, certificate.Shares, certificate.Asked) = (true, [], null);
        certificate.Follow([.. ActEffects.Between(before, [.. certificate.Derived()])]);
    }

    private static string? Fault(CertificateSnapshot snapshot, ShareCertificate share) =>
        !Enum.IsDefined(share.Scope) || share.Scope == ShareScope.None ? "scope"
        : share.Days is < 1 or > ShareCertificate.MostDays ? "days"
        : share.Scope switch
        {
            ShareScope.Field => snapshot.Lines.Any(line => line.Class == share.Key),
            ShareScope.Unit => snapshot.Units.Any(unit => unit.Id == share.Key),
            _ => share.Key is null,
        } ? null : "key";
}
