using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Stars;
using Engagement.Tests.Certificates;
using Engagement.Web.Certificates;
using Engagement.Web.Stars;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static IEnumerable<Scene> Certificates()
    {
        var (view, many) = (Samples.View(Samples.Snapshot()), Samples.View(Samples.Snapshot(30, 4)));
        CertificateSnapshot nasty = Samples.Snapshot() with { Units = [new("n", Nasty, 100, 0, Nasty, Nasty, Nasty)], Lines = [new("n", Nasty, "n", Nasty, 20260101, 20260102, 2, 100)] };
        CertificateUnit[] units = [new("a", "骑楼下志愿服务队", 1_230, 60), new("b", Nasty, 45, 0)];
        yield return new("certificates-unknown", "/me/certificates", "/Certificates/Mine.cshtml", new MyCertificatesPage([], 0, false, Known: false, 20260101, 20261126, [], null));
        yield return new("certificates-empty", "/me/certificates", "/Certificates/Mine.cshtml", new MyCertificatesPage([], 0, false, Known: true, 20260101, 20261126, [], null));
        foreach (var refusal in new Receipt[] { new(Outcome.Invalid, "units"), new(Outcome.Invalid, "period"), new(Outcome.Invalid, "to"), new(Outcome.Frozen), new(Outcome.DailyLimit), new(Outcome.LevelNeeded) })
        {
            yield return new($"certificates-{refusal.Outcome}-{refusal.Field}", "/me/certificates", "/Certificates/Mine.cshtml", new MyCertificatesPage([view], 0, false, Known: true, 20260101, 20261126, units, refusal));
        }

        yield return new("certificates", "/me/certificates", "/Certificates/Mine.cshtml", new MyCertificatesPage(
            [view, many, view with { Standing = CertificateStanding.Superseded }, Samples.View(nasty, Nasty, CertificateStanding.Revoked)], 0, true, Known: true, 20260101, 20261126, units, null));
        var form = new CertificateForm { From = "2026-01-01", To = "2026-11-26", Units = ["a"], Shows = ["Name"] };
        yield return new("certificate-preview", "/me/certificates/preview", "/Certificates/Preview.cshtml", new CertificatePreviewPage(form, view.Snapshot, 0, Lacks: false));
        yield return new("certificate-preview-waiting", "/me/certificates/preview", "/Certificates/Preview.cshtml", new CertificatePreviewPage(form, nasty, 2, Lacks: true));
        yield return new("certificate", "/me/certificates/1", "/Certificates/Show.cshtml", new CertificatePage(view, [], Lacks: false, "/verify/1?k=2"));
        CertificateShare[] shares = [new(1, ShareScope.Total, null, false, Now.ToUnixTimeMilliseconds()), new(2, ShareScope.Field, "culture", true, Now.ToUnixTimeMilliseconds()),
            new(3, ShareScope.Unit, "team-0", false, Now.ToUnixTimeMilliseconds()), new(4, ShareScope.Full, null, true, Now.ToUnixTimeMilliseconds())];
        yield return new("certificate-shared", "/me/certificates/1", "/Certificates/Show.cshtml", new CertificatePage(many with { Standing = CertificateStanding.Superseded }, shares, Lacks: true, "/verify/1?k=2", Outcome.TooMany));
        yield return new("certificate-revoked", "/me/certificates/1", "/Certificates/Show.cshtml", new CertificatePage(Samples.View(nasty, null, CertificateStanding.Revoked) with { Fault = CertificateFault.NotService }, [], Lacks: false, "/verify/1?k=2"));
        yield return new("certificate-code", "/me/certificates/1/code", "/Certificates/Code.cshtml", new HolderCodePage(Samples.Number, "ABCDEFGH"));
        yield return new("certificate-share", "/me/certificates/1/shares/2", "/Certificates/Share.cshtml", new CertificateSharePage(Samples.Number, shares[1], many.Snapshot, "https://roses.example/verify/1/2?k=abcdefghijklmnopqrstuv"));
        yield return new("verify", "/verify", "/Certificates/Verify.cshtml", new VerifyPage("0123456789abcdef"));
        yield return new("verify-unknown", "/verify", "/Certificates/Verify.cshtml", new VerifyPage("0123456789abcdef", Unknown: true));
        yield return new("verify-mistyped", "/verify", "/Certificates/Verify.cshtml", new VerifyPage("0123456789abcdef", Unknown: true, Mistyped: true));
        foreach (var standing in new[] { CertificateStanding.Valid, CertificateStanding.Superseded, CertificateStanding.Revoked })
        {
            yield return new("verified-" + standing, "/verify/1", "/Certificates/Verified.cshtml", VerifiedPage.Whole(many with { Standing = standing, Fault = CertificateFault.WrongHours }, "/verify/1?k=2") with { KeyId = "0123456789abcdef" });
        }

        yield return new("verified-name", "/verify/1/name", "/Certificates/Verified.cshtml", VerifiedPage.Whole(view, "/verify/1?k=2") with { KeyId = "0123456789abcdef", Name = Nasty });
        yield return new("verified-wrong", "/verify/1/name", "/Certificates/Verified.cshtml", VerifiedPage.Whole(view, "/verify/1?k=2") with { KeyId = "0123456789abcdef", NameFault = Outcome.NotFound });
        yield return new("verified-limit", "/verify/1/name", "/Certificates/Verified.cshtml", VerifiedPage.Whole(view, "/verify/1?k=2") with { KeyId = "0123456789abcdef", NameFault = Outcome.DailyLimit });
        var leaves = Samples.Leaves(nasty, Nasty);
        var part = Samples.Signature.Verify(CertificateSignature.Present(Samples.Signature.Sign(Samples.Number, nasty, leaves), leaves))!;
        yield return new("verified-part", "/verify/1/2", "/Certificates/Verified.cshtml", VerifiedPage.Part(part, CertificateStanding.Valid, Now, CertificateFault.None, "/verify/1/2?k=3") with { KeyId = "0123456789abcdef" });
        yield return new("certifiers-empty", "/console/certificates", "/Certificates/Units.cshtml", Array.Empty<Choice>());
        yield return new("certifiers", "/console/certificates", "/Certificates/Units.cshtml", new Choice[] { new("a", "骑楼下志愿服务队"), new("b", Nasty) });
        yield return new("certifier-empty", "/console/certificates/a", "/Certificates/Unit.cshtml", new CertifierPage("a", "骑楼下志愿服务队", CertifierContact.None, false, default, [], [], 0, false, "Cert.Faultphone"));
        CertifierRow Row(RevocationRequest? asked, CertificateStanding standing) => new(new() { Number = Samples.Number, Snapshot = view.Snapshot, Asked = asked }, standing);
        yield return new("certifier", "/console/certificates/a", "/Certificates/Unit.cshtml", new CertifierPage("a", Nasty, new(Nasty, "李小满", "0750-3000000"), true, default,
            [Row(new(default, "a", CertificateFault.WrongPerson, Now.ToUnixTimeMilliseconds()), CertificateStanding.Valid), Row(new(new(Guid.NewGuid()), "a", CertificateFault.Mistake, Now.ToUnixTimeMilliseconds()), CertificateStanding.Superseded)],
            [Row(null, CertificateStanding.Valid), Row(null, CertificateStanding.Revoked)], 0, true));
    }

    private static IEnumerable<Scene> Stars()
    {
        var at = Now.ToUnixTimeMilliseconds();
        StarFacts Facts(int hours, IdentityLevel level = IdentityLevel.RealName) => new(level, hours * 60, Now.AddYears(-1), false, "440703", false);
        StarState Star(StarApplication? application = null, StarBar? bar = null, params StarObjection[] objections) =>
            new() { Awards = [new(1, at, 6_000, Samples.Number), new(2, at, 18_000, Samples.Number)], Application = application, Bar = bar, Objections = [.. objections] };
        StarApplication Open(StarStage stage) => new() { Level = 3, Stage = stage, At = at, NoticeFrom = at, NoticeUntil = at, Refusal = StarRefusal.Objection };
        MyStarsPage Mine(StarState? star, int hours) => new(star, Facts(hours), new StarOptions(), Now);
        yield return new("stars-unknown", "/me/stars", "/Stars/Mine.cshtml", Mine(null, 0) with { Facts = Facts(0, IdentityLevel.Phone) });
        yield return new("stars-none", "/me/stars", "/Stars/Mine.cshtml", Mine(null, 12));
        yield return new("stars-may", "/me/stars", "/Stars/Mine.cshtml", Mine(Star(), 640) with { Refused = true });
        yield return new("stars-all", "/me/stars", "/Stars/Mine.cshtml", Mine(Star(Open(StarStage.Refused)), 9_000) with { Options = new() { Levels = [.. Enumerable.Range(1, 8).Select(level => new StarLevel { Hours = level * 500, Months = level })], Imported = true, Honour = false } });
        yield return new("stars-applied", "/me/stars", "/Stars/Mine.cshtml", Mine(Star(Open(StarStage.Applied)), 640));
        yield return new("stars-notice-mine", "/me/stars", "/Stars/Mine.cshtml", Mine(Star(Open(StarStage.Notice)), 640));
        yield return new("stars-objected", "/me/stars", "/Stars/Mine.cshtml", Mine(Star(Open(StarStage.Notice), null, new StarObjection(1, default, StarObjectionReason.NotServed, null, at, null)), 640));
        foreach (var appeal in Enum.GetValues<StarAppeal>())
        {
            yield return new("stars-barred-" + appeal, "/me/stars", "/Stars/Mine.cshtml", Mine(Star(null, new(default, StarBarReason.FalseHours, at, at, appeal, at)), 640));
        }

        var certificate = new StarCertificate(default, new(3, at, 36_060, Samples.Number), "ABCDEFGHJKLM", "https://roses.example/verify/star/1?k=ABCDEFGHJKLM");
        yield return new("star-certificate", "/me/stars/3", "/Stars/Certificate.cshtml", new StarCertificatePage(certificate, NoName: false));
        yield return new("star-certificate-no-name", "/me/stars/7", "/Stars/Certificate.cshtml", new StarCertificatePage(certificate with { Award = certificate.Award with { Level = 7 } }, NoName: true));
        foreach (var name in new Outcome?[] { null, Outcome.Done, Outcome.NotFound, Outcome.DailyLimit })
        {
            yield return new("star-verified-" + (name?.ToString() ?? "new"), "/verify/star/1", "/Stars/Verified.cshtml", new StarVerifiedPage(certificate, "广东省志愿者星级评定（2014）", name));
        }

        var notice = new StarNotice(new(Guid.NewGuid()), "ABCD-EFGH-JKLM", "林*", 3, at, at);
        yield return new("star-notices-empty", "/stars/notice", "/Stars/Notice.cshtml", new StarNoticesPage([], 5, Taken: true));
        yield return new("star-notices", "/stars/notice", "/Stars/Notice.cshtml", new StarNoticesPage([notice, notice with { Name = null, Level = 7 }, notice with { Name = Nasty }], 5));
        yield return new("star-object", "/stars/notice/A", "/Stars/Notice.cshtml", new StarNoticesPage([], 5, notice, Outcome.Invalid));
        yield return new("star-queue-empty", "/console/stars", "/Stars/Queue.cshtml", new StarQueuePage([], Fault: true));
        yield return new("star-queue", "/console/stars", "/Stars/Queue.cshtml", new StarQueuePage([Star(Open(StarStage.Applied)), Star(Open(StarStage.Notice), null, new StarObjection(1, default, StarObjectionReason.TooMany, null, at, null)),
            Star(null, new(default, StarBarReason.LentAccount, at, at, StarAppeal.Open, at))]));
        StarReviewPage Review(StarState? star, bool held = false, DateTimeOffset? ends = null) => new(new(Guid.NewGuid()), "ABCD-EFGH-JKLM", star, Facts(640) with { Held = held }, ends, new Dictionary<int, string> { [1] = Nasty });
        yield return new("star-review-none", "/console/stars/1", "/Stars/Review.cshtml", Review(null, held: true));
        yield return new("star-review", "/console/stars/1", "/Stars/Review.cshtml", Review(Star(Open(StarStage.Applied)), ends: Now.AddDays(7)));
        yield return new("star-review-notice", "/console/stars/1", "/Stars/Review.cshtml", Review(Star(Open(StarStage.Notice), null,
            new StarObjection(1, default, StarObjectionReason.TooMany, null, at, null), new StarObjection(2, default, StarObjectionReason.OtherRule, null, at, false)), ends: Now));
        yield return new("star-review-barred", "/console/stars/1", "/Stars/Review.cshtml", Review(Star(null, new(default, StarBarReason.ForgedEvidence, at, at, StarAppeal.Open, at)), ends: Now));
    }
}
