using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Tests.Volunteers;
using Engagement.Web.Certificates;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Certificates;

/// <summary>One changed byte fails, and a part proves only what it shows.</summary>
public sealed class CertificateSignatureTests
{
    private static readonly CertificateSnapshot Snapshot = Samples.Snapshot(8, 2);
    private static readonly IReadOnlyList<CertificateLeaf> Leaves = Samples.Leaves(Snapshot);
    private static readonly string Signed = Samples.Signature.Sign(Samples.Number, Snapshot, Leaves);

    [Fact]
    public void Verify_Whole_TellsEveryPart()
    {
        var verified = Samples.Signature.Verify(CertificateSignature.Present(Signed, Leaves))!;
        Assert.Equal((Samples.Number, 20260101, 20261126), (verified.Number, verified.Claims.From, verified.Claims.To));
        Assert.Equal(Leaves.Select(leaf => leaf.Name).Order(), verified.Parts.Keys.Order());
        Assert.Equal(Snapshot.Minutes, verified.Parts[CertificateLeaves.Total].GetInt32());
        Assert.Equal("林小林", verified.Parts[CertificateLeaves.Name].GetString());
    }

    [Fact]
    public void Verify_EveryCharacterChangedAddedOrCut_Fails()
    {
        var shown = CertificateSignature.Present(Signed, Leaves.Take(3));
        for (var at = 0; at < shown.Length; at++)
        {
            foreach (var other in "AB_-.~0 ")
            {
                if (shown[at] != other)
                {
                    Assert.Null(Samples.Signature.Verify(shown[..at] + other + shown[(at + 1)..]));
                }
            }
        }

        Assert.Null(Samples.Signature.Verify(shown[..^1]));
        Assert.Null(Samples.Signature.Verify(shown + "A"));
        Assert.Null(Samples.Signature.Verify(Signed));
        Assert.Null(Samples.Signature.Verify(null));
        Assert.Null(Samples.Signature.Verify(""));
        Assert.Null(Samples.Signature.Verify(shown + Leaves[0].Disclosure + "~")); // the same part twice
        Assert.Null(new CertificateSignature(Samples.Signer, Samples.Cell("elsewhere")).Verify(shown));
        Assert.Null(new CertificateSignature(new(Options.Create(new CellKeyOptions { Master = People.Key(9) })), Samples.Cell("jiangmen")).Verify(shown));
    }

    // As any library of RFC 9901 does, with nothing but the public key.
    [Fact]
    public void Verify_WithThePublicKeyAlone_Holds()
    {
        var shown = CertificateSignature.Present(Signed, Leaves.Take(2)).Split('~');
        var parts = shown[0].Split('.');
        using var key = ECDsa.Create();
        key.ImportFromPem(Samples.Signer.PublicKey);
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), JsonSignature.Exact(parts[2])!, HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(JsonSignature.Exact(parts[1])!).RootElement;
        var digests = claims.GetProperty("_sd").EnumerateArray().Select(digest => digest.GetString()).ToArray();
        Assert.Contains(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(shown[1]))), digests);
        Assert.Equal(digests.Order(StringComparer.Ordinal), digests);
        Assert.Contains(Samples.Signer.KeyId, Encoding.UTF8.GetString(JsonSignature.Exact(parts[0])!), StringComparison.Ordinal);
    }

    [Fact]
    public void Present_AnyParts_ShowsThemAndNothingElse() => Gen.Bool.Array[Leaves.Count].Sample(chosen =>
    {
        var shown = Leaves.Where((_, i) => chosen[i]).ToArray();
        var presented = CertificateSignature.Present(Signed, shown);
        Assert.Equal(shown.Select(leaf => leaf.Name).Order(), Samples.Signature.Verify(presented)!.Parts.Keys.Order());
        var readable = presented + string.Concat(presented.Split('~', '.').Select(part => Encoding.UTF8.GetString(JsonSignature.Exact(part) ?? [])));
        foreach (var hidden in Leaves.Where((_, i) => !chosen[i]))
        {
            Assert.DoesNotContain(hidden.Disclosure, readable, StringComparison.Ordinal);
        }

        Assert.Equal(shown.Any(leaf => leaf.Name == CertificateLeaves.Name), readable.Contains("林小林", StringComparison.Ordinal));
        Assert.Equal(shown.Any(leaf => leaf.Name is "unit:team-1"), readable.Contains("骑楼下志愿服务2 队", StringComparison.Ordinal));
    }, iter: 2_000);

    [Fact]
    public void Verify_PartOfAnotherCertificate_Fails()
    {
        var others = Samples.Leaves(Snapshot, number: CertificateNumber.Of("ZZZZZZZZZZZZ"));
        Assert.Null(Samples.Signature.Verify(CertificateSignature.Present(Signed, [others[0]])));
        Assert.NotEqual(Leaves[0].Digest, others[0].Digest); // the same number of minutes: a digest can't be tried out without its salt
    }

    [Theory]
    [InlineData(ShareScope.Total, null, "total")]
    [InlineData(ShareScope.Field, "culture", "field:culture")]
    [InlineData(ShareScope.Unit, "team-1", "unit:team-1 line:1 line:3 line:5 line:7")]
    public void Shows_Scope_IsExactlyThat(ShareScope scope, string? key, string parts)
    {
        var share = new CertificateShare(1, scope, key, WithName: false, 0);
        Assert.Equal(parts.Split(' '), Leaves.Where(leaf => share.Shows(leaf, Snapshot)).Select(leaf => leaf.Name));
        Assert.Equal([CertificateLeaves.Name, .. parts.Split(' ')], Leaves.Where(leaf => (share with { WithName = true }).Shows(leaf, Snapshot)).Select(leaf => leaf.Name).OrderBy(name => name != CertificateLeaves.Name));
    }

    [Fact]
    public void Shows_Full_HidesIdentityUnlessItsHolderWantsIt()
    {
        var share = new CertificateShare(1, ShareScope.Full, null, WithName: false, 0);
        string[] identity = [CertificateLeaves.Name, CertificateLeaves.IdNumber, CertificateLeaves.Volunteer];
        Assert.Equal(identity, Leaves.Where(leaf => !share.Shows(leaf, Snapshot)).Select(leaf => leaf.Name));
        Assert.All(Leaves, leaf => Assert.True((share with { WithName = true }).Shows(leaf, Snapshot)));
    }

    [Fact]
    public void Holds_RecordChangedAnywhere_Fails()
    {
        CertificateState Record(CertificateSnapshot snapshot) => new() { Number = Samples.Number, Snapshot = snapshot, Signed = Signed };
        Assert.True(Samples.Signature.Holds(Record(Snapshot), Leaves));
        CertificateSnapshot[] changed =
        [
            Snapshot with { To = 20261127 }, Snapshot with { IssuedAt = Snapshot.IssuedAt + 1_000 }, Snapshot with { Volunteer = null },
            Snapshot with { Lines = [.. Snapshot.Lines.Skip(1)] }, Snapshot with { Lines = [Snapshot.Lines[0] with { Minutes = 91 }, .. Snapshot.Lines.Skip(1)] },
            Snapshot with { Lines = [Snapshot.Lines[0] with { Title = "别的活动" }, .. Snapshot.Lines.Skip(1)] },
            Snapshot with { Units = [Snapshot.Units[0] with { Credit = Snapshot.Units[0].Credit + 1 }, Snapshot.Units[1]] },
            Snapshot with { Units = [Snapshot.Units[0] with { Phone = "" }, Snapshot.Units[1]] },
        ];
        Assert.All(changed, snapshot => Assert.False(Samples.Signature.Holds(Record(snapshot), Samples.Leaves(snapshot))));
        Assert.False(Samples.Signature.Holds(Record(Snapshot), Samples.Leaves(Snapshot, "林大林")));
        Assert.False(Samples.Signature.Holds(Record(Snapshot), Samples.Leaves(Snapshot, null)));
    }
}
