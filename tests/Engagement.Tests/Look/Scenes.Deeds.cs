using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Web.Photos;
using Engagement.Web.Protection;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static IEnumerable<Scene> Deeds()
    {
        var claims = new LetterClaims
        {
            Campaign = "jiangmen", Number = ActNo, IssuedAt = 1_764_000_000, Act = "help-person", Title = Nasty, At = "2026-11-25T18:42+08:00", District = "蓬江区", Level = "E3",
            Company = "shunfeng", CompanyName = Nasty, StaffNumber = "SF-000123", Courier = Nasty,
        };

        DeedView[] views = [.. Enum.GetValues<ProtectionStatus>().Where(status => status != ProtectionStatus.None).Select(status => new DeedView(
        ActNo, status is ProtectionStatus.Withdrawn or ProtectionStatus.Revoked ? null : claims, status, status == ProtectionStatus.Refused ? ProtectionRefusal.OtherCause : ProtectionRefusal.None,
        Now, status is ProtectionStatus.Honoured or ProtectionStatus.Refused ? Now : null))];
        const string way = "/letters/" + ActNo + "?k=abcdefghijklmnopqrstuv";
        yield return new("deeds", "/courier/letters", "/Protection/List.cshtml", new DeedsPage(views, 0, true));
        yield return new("deeds-0", "/courier/letters", "/Protection/List.cshtml", new DeedsPage([], 0, false));
        foreach (var deed in views)
        {
            yield return new("deed-" + deed.Status, "/courier/letters/1", "/Protection/Show.cshtml", new DeedPage(deed, "https://roses.example" + way, way, deed.Status != ProtectionStatus.Issued));
            yield return new("deed-checked-" + deed.Status, way, "/Protection/Checked.cshtml", new DeedCheckedPage(deed, (DeedProof)((int)deed.Status % 3), "0123456789abcdef", way));
        }

        yield return new("deed-verify", "/letters/verify", "/Protection/Verify.cshtml", new DeedCheckPage("0123456789abcdef"));
        yield return new("deed-verify-failed", "/letters/verify", "/Protection/Verify.cshtml", new DeedCheckPage("0123456789abcdef", Failed: true));
        yield return new("deed-companies", "/console/deeds", "/Protection/Companies.cshtml", new DeedCompanyRow[] { new("shunfeng", Nasty, 12, new(120, 90, 8)) });
        yield return new("deed-companies-0", "/console/deeds", "/Protection/Companies.cshtml", Array.Empty<DeedCompanyRow>());
        yield return new("deed-company", "/console/deeds/shunfeng", "/Protection/Company.cshtml",
            new CompanyDeedsPage("shunfeng", Nasty, new(120, 90, 8), [.. views.Where(deed => deed.Status == ProtectionStatus.Issued)], [.. views.Where(deed => deed.Status != ProtectionStatus.Issued)], 0));
        yield return new("deed-company-0", "/console/deeds/shunfeng", "/Protection/Company.cshtml", new CompanyDeedsPage("shunfeng", "顺丰", new(0, 0, 0), [], [], 0));
        yield return new("photo-queue", "/console/photos", "/Photos/Queue.cshtml", new PhotoQueuePage([new('a', 43)], 13, 0));
        yield return new("photo-queue-0", "/console/photos", "/Photos/Queue.cshtml", new PhotoQueuePage([], 0, 0));
    }
}
