using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Tests.Volunteers;
using Engagement.Web.Certificates;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Certificates;

/// <summary>Certificates of nobody.</summary>
internal static class Samples
{
    public static readonly CertificateNumber Number = CertificateNumber.Of("23456789ABCD");
    public static readonly CellSigner Signer = new(Options.Create(new CellKeyOptions { Master = People.Key(1) }));
    public static readonly CertificateSignature Signature = new(Signer, Cell("jiangmen"));

    public static Cell Cell(string campaign) => new(Options.Create(new CellOptions { Id = campaign }));

    /// <param name="lines">Activities.</param>
    /// <param name="units">Organisations.</param>
    public static CertificateSnapshot Snapshot(int lines = 3, int units = 1)
    {
        (string Title, string Class, string Name)[] services =
            [("潭江河岸清洁", "environment", "生态环保"), ("骑楼街区文明引导", "civility", "文明引导"), ("社区图书馆整理书架与少儿阅读陪伴", "culture", "文化文博"), ("敬老院探访", "elders", "敬老助老")];
        var all = Enumerable.Range(0, lines).Select(i =>
        {
            var (title, id, name) = services[i % services.Length];
            return new CertificateLine("team-" + (i % units), title, id, name, 20260103 + (i % 9 * 100), 20260103 + (i % 9 * 100) + (i % 2 * 7), 1 + (i % 2), 90 + (i * 15));
        }).ToArray();
        return new(1_780_000_000_000, 20260101, 20261126, "ABCD-EFGH-JKLM",
            [.. all.GroupBy(line => line.Unit).Select((unit, i) => new CertificateUnit(unit.Key, "骑楼下志愿服务" + (i == 0 ? "队" : $"{i + 1} 队"), unit.Sum(line => line.Minutes) - 30, 30, "陈大文", "李小满", "0750-3000000"))], all);
    }

    public static IReadOnlyList<CertificateLeaf> Leaves(CertificateSnapshot snapshot, string? name = "林小林", CertificateNumber? number = null) =>
        CertificateLeaves.Of(snapshot, name, name is null ? null : "4400**********0010", part => People.Keys.CertificateSalt(number ?? Number, part));

    public static CertificateView View(CertificateSnapshot snapshot, string? name = "林小林", CertificateStanding standing = CertificateStanding.Valid) =>
        new(Number, snapshot, name, name is null ? null : "4400**********0010", standing, DateTimeOffset.FromUnixTimeMilliseconds(snapshot.IssuedAt), CertificateFault.None,
            People.Keys.CertificateCode(Number), $"https://roses.example/verify/{Number}?k={People.Keys.CertificateCode(Number)}");
}
