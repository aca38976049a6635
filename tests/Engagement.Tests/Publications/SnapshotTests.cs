using System.Text;
using Engagement.Grains.Publications;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Publications;

/// <summary>A published document is checked by anyone: its bytes, its signature, every rank and rate (LB-09).</summary>
public sealed class SnapshotTests
{
    private static readonly Snapshot Week = new(Snapshot.Current, "jiangmen", "w20261123", new(2026, 11, 23), new(2026, 11, 29), 1, new('0', 64), null,
        new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8)), 20, Snapshot.NotForAssessment,
        [
            new(Engagement.Grains.Rankings.Boards.ActRate, "t", 4, [new(1, "b", "骑手二队", 60, 40, 150m), new(2, "a", "骑手一队", 300, 600, 50m), new(null, Standings.Pool, "城市骑士", 3, 30, 10m), new(null, Standings.Small, "两家", 2, 7)]),
            new(Engagement.Grains.Rankings.Boards.Acts, "t", 2, [new(1, "a", "骑手一队", 300, 600, 50m), new(2, "b", "骑手二队", 60, 40, 150m)]),
            new(Engagement.Grains.Rankings.Boards.District, "t", 3, [new(1, "440703", "蓬江区", 9), new(2, "440704", "江海区", 4), new(2, "440705", "新会区", 4), new(4, "440781", "台山市", 1)]),
        ]);

    [Fact]
    public void Write_IsReadableAndTheSameEverywhere()
    {
        var text = Encoding.UTF8.GetString(SnapshotFormat.Write(Week));
        Assert.StartsWith("{\n  \"format\": \"engagement-boards/1\",\n  \"campaign\": \"jiangmen\",\n", text);
        Assert.EndsWith("}\n", text);
        Assert.Contains("\"name\": \"骑手一队\"", text);
        Assert.DoesNotContain("\r", text);
        Assert.Equal(SnapshotFormat.Write(Week), SnapshotFormat.Write(SnapshotFormat.Read(SnapshotFormat.Write(Week))));
    }

    [Fact]
    public void Faults_OfADocumentInOrder_AreNone() => Assert.Empty(SnapshotCheck.Faults(SnapshotFormat.Write(Week)));

    [Theory]
    [InlineData("\"perHundred\": 150", "\"perHundred\": 151")]
    [InlineData("\"count\": 60", "\"count\": 61")]
    [InlineData("\"couriers\": 600", "\"couriers\": 500")]
    [InlineData("\"rank\": 4", "\"rank\": 3")]
    [InlineData("\"count\": 9", "\"count\": 3")]
    [InlineData("\"id\": \"pool\"", "\"id\": \"friends\"")]
    [InlineData("\"leastCouriers\": 20", "\"leastCouriers\": 50")]
    [InlineData("  \"campaign\"", " \"campaign\"")]
    [InlineData("\"format\": \"engagement-boards/1\"", "\"format\": \"engagement-boards/2\"")]
    [InlineData("\"edition\": 1", "\"edition\": 1,\n  \"score\": -1")]
    [InlineData("}\n", "}")]
    public void Faults_OfAChangedDocument_AreFound(string from, string to)
    {
        var text = Encoding.UTF8.GetString(SnapshotFormat.Write(Week));
        var at = text.LastIndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0);
        Assert.NotEmpty(SnapshotCheck.Faults(Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..])));
    }

    [Fact]
    public void IsSigned_OneByteChanged_Fails()
    {
        var signer = Signer(1);
        var file = SnapshotFormat.Write(Week);
        var signature = signer.Sign(file);
        Assert.True(SnapshotCheck.IsSigned(file, signature, signer.PublicKey));
        Assert.True(SnapshotCheck.IsSigned(file, signature, Signer(1).PublicKey)); // the same on every node
        for (var i = 0; i < file.Length; i += 97)
        {
            var changed = file.ToArray();
            changed[i] ^= 1;
            Assert.False(SnapshotCheck.IsSigned(changed, signature, signer.PublicKey));
        }

        Assert.False(SnapshotCheck.IsSigned(file, signature, Signer(2).PublicKey));
        Assert.False(SnapshotCheck.IsSigned(file, [1, 2, 3], signer.PublicKey));
        Assert.False(SnapshotCheck.IsSigned(file, signature, "no key"));
    }

    [Fact]
    public void Between_NamesWhatChangedAndNothingElse()
    {
        var district = Week.Boards[2];
        var later = Week with
        {
            Boards = [Week.Boards[0], Week.Boards[1], district with { Lines = [district.Lines[0] with { Count = 8 }, district.Lines[1] with { Name = "江海" }, district.Lines[2], new(4, "440784", "鹤山市", 1)] }],
        };
        Assert.Equal([("440703", 9L, 8L), ("440784", null, 1L), ("440781", 1L, null)],
            SnapshotChange.Between(Week, later).Select(change => (change.Id, change.Before?.Count, change.After?.Count)));
        Assert.Empty(SnapshotChange.Between(Week, Week));
    }

    private static CellSigner Signer(byte seed) => new(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray()) }));
}
