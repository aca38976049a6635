using CsCheck;
using Engagement.Web.Photos;

namespace Engagement.Tests.Photos;

public sealed class PhotoHeaderTests
{
    public static TheoryData<string> HostileNames => [.. Corpus.Hostile.Keys];

    public static TheoryData<string> FineNames => [.. Corpus.Fine.Keys];

    [Theory, MemberData(nameof(HostileNames))]
    public void Read_HostileFile_IsRefusedBeforeDecoding(string name) =>
        Assert.Equal(Corpus.Hostile[name].Refusal, PhotoHeader.Read(Corpus.Hostile[name].File).Refusal);

    [Theory, MemberData(nameof(FineNames))]
    public void Read_Photo_MayBeDecoded(string name) => Assert.Equal(PhotoRefusal.None, PhotoHeader.Read(Corpus.Fine[name]).Refusal);

    [Fact]
    public void Read_WhatFollowsThePicture_IsLeftOut()
    {
        var picture = PhotoHeader.Read(Corpus.Fine["polyglot.pdf.jpg"]).Picture.Span;
        Assert.True(picture.IndexOf("SECRET"u8) < 0);
        Assert.True(PhotoHeader.Read(Corpus.Fine["text-bomb.png"]).Picture.Span.IndexOf("zTXt"u8) < 0);
        Assert.True(PhotoHeader.Read(Corpus.Fine["profile-bomb.png"]).Picture.Span.IndexOf("iCCP"u8) < 0);
    }

    // Whatever bytes come: an answer, and never more work than allowed.
    [Fact]
    public void Read_AnyDamage_AnswersWithinTheLimits()
    {
        byte[][] files = [.. Corpus.Fine.Values.Where(file => file.Length < 200_000)];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 199_999], Gen.Byte, Gen.Int[0, 199_999]).Sample((file, at, value, end) =>
        {
            var damaged = files[file].ToArray();
            damaged[at % damaged.Length] = value;
            var header = PhotoHeader.Read(damaged.AsMemory(0, end % (damaged.Length + 1)));
            return header.Refusal != PhotoRefusal.None
                || ((long)header.Width * header.Height <= PhotoLimits.Pixels && header.Work <= PhotoLimits.Work && header.Picture.Length <= damaged.Length);
        }, iter: 20_000);
    }
}
