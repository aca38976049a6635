using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Grains.Storage;
using Engagement.Web.Drawing;
using Engagement.Web.Protection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Protection;

/// <summary>One changed byte fails.</summary>
public sealed class SignatureTests
{
    private static readonly CellSigner Signer = New();
    private static readonly CivicActId Act = new(Guid.NewGuid());

    private static readonly LetterClaims Claims = new()
    {
        Campaign = "jiangmen", Number = Act.ToString(), IssuedAt = 1_764_000_000, Act = "help", Title = "扶起摔倒的人", At = "2026-11-25T18:42+08:00", Level = "E2", Company = "sf", CompanyName = "顺丰同城",
    };

    [Fact]
    public void Verify_AsSigned_TellsTheClaims() => Assert.Equal(Claims, new SignedLetter(Signer).Verify(new SignedLetter(Signer).Sign(Claims)));

    [Fact]
    public void Verify_EveryCharacterChanged_IsNoLetter()
    {
        var letters = new SignedLetter(Signer);
        var letter = letters.Sign(Claims);
        for (var at = 0; at < letter.Length; at++)
        {
            foreach (var other in "AB_-.0 ")
            {
                if (letter[at] != other)
                {
                    Assert.Null(letters.Verify(letter[..at] + other + letter[(at + 1)..]));
                }
            }
        }

        Assert.Null(letters.Verify(letter + "A"));
        Assert.Null(letters.Verify(letter[..^1]));
        Assert.Null(letters.Verify(null));
        Assert.Null(new SignedLetter(New()).Verify(letter)); // another city's key
    }

    // As a company's own library does, with nothing but the public key.
    [Fact]
    public void Verify_WithThePublicKeyAlone_Holds()
    {
        var parts = new SignedLetter(Signer).Sign(Claims).Split('.');
        using var key = ECDsa.Create();
        key.ImportFromPem(Signer.PublicKey);
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), JsonSignature.Exact(parts[2])!, HashAlgorithmName.SHA256));
        Assert.Contains(Signer.KeyId, Encoding.UTF8.GetString(JsonSignature.Exact(parts[0])!), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_AsSigned_TellsItsLetter() => Assert.Equal(Act, new SignedPdf(Signer).Verify(Sheet()));

    [Fact]
    public void Sheet_AnyByteChangedAddedOrCut_IsNoLetter()
    {
        var sheet = Sheet();
        var pdfs = new SignedPdf(Signer);
        for (var at = sheet.Length - 300; at < sheet.Length; at++) // every byte of the line that is signed and of the signature
        {
            Refuses(at, 1);
            Refuses(at, 0x20);
        }

        Gen.Select(Gen.Int[0, sheet.Length - 1], Gen.Byte[1, 255]).Sample((at, by) => Refuses(at, by), iter: 500);
        Assert.Null(pdfs.Verify([.. sheet, (byte)'\n']));
        Assert.Null(pdfs.Verify([(byte)' ', .. sheet]));
        Assert.Null(pdfs.Verify(sheet.AsSpan(0, sheet.Length - 1)));
        Assert.Null(pdfs.Verify([]));
        Assert.Null(pdfs.Verify(new byte[SignedPdf.MaxBytes + 1]));

        void Refuses(int at, int by)
        {
            var changed = sheet.ToArray();
            changed[at] ^= (byte)by;
            Assert.True(pdfs.Verify(changed) is null, $"byte {at} changed by {by} went through");
        }
    }

    // Two letters put together are not one of them.
    [Fact]
    public void Sheet_TailOfAnother_IsNoLetter()
    {
        var (one, two) = (Sheet("善行"), Sheet("证明"));
        Assert.Null(new SignedPdf(Signer).Verify([.. one[..^90], .. two[^90..]]));
    }

    private static byte[] Sheet(string text = "善行证明") => new SignedPdf(Signer).Sign(Pdf.Draw("善行证明", DateTimeOffset.UnixEpoch, [page => page.Text(text, 20, 20, 10)]), Act);

    private static CellSigner New() => new(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));
}
