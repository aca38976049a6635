using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Grains.Storage;

namespace Engagement.Web.Protection;

/// <summary>
/// A PDF with a line behind its end, where readers don't look: which letter, which key, and the signature over every byte before
/// it. A changed byte, anywhere, and it is no letter any more.
/// </summary>
public sealed class SignedPdf(CellSigner signer)
{
    /// <summary>A letter is about 40 KB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Letter = "%good-deed-letter ", Key = " key ", Signature = " signature ";

    // Readers look for the document's end in its last kilobyte.
    private const int Tail = 512;

    /// <summary>Signs a letter's PDF.</summary>
    public byte[] Sign(byte[] pdf, CivicActId act)
    {
        byte[] said = [.. pdf, .. Encoding.ASCII.GetBytes($"\n{Letter}{act}{Key}{signer.KeyId}{Signature}")];
        return [.. said, .. Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(signer.Sign(said)))];
    }

    /// <summary>The letter that this city signed exactly so; none for every other file.</summary>
    public CivicActId? Verify(ReadOnlySpan<byte> file)
    {
        if (file.Length is 0 or > MaxBytes)
        {
            return null;
        }

        var start = file.LastIndexOf(Encoding.ASCII.GetBytes(Letter));
        var end = file.LastIndexOf(Encoding.ASCII.GetBytes(Signature));
        if (start < 0 || end < start || file.Length - start > Tail)
        {
            return null;
        }

        var said = file[..(end + Signature.Length)];
        return Encoding.ASCII.GetString(file[start..end]).Split(' ') is [_, var id, "key", var key] && key == signer.KeyId && CivicActId.TryParse(id, out var act)
            && JsonSignature.Exact(Encoding.ASCII.GetString(file[said.Length..])) is { } signature && signer.Verify(said, signature) ? act : null;
    }
}
