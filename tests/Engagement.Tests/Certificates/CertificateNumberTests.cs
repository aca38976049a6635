using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Tests.Volunteers;

namespace Engagement.Tests.Certificates;

/// <summary>Numbers that find a mistyped character by themselves, and codes that nobody guesses.</summary>
public sealed class CertificateNumberTests
{
    private static readonly Gen<CertificateNumber> Numbers = Gen.Char[CodeAlphabet.Characters].Array[12].Select(characters => CertificateNumber.Of(new string(characters)));

    [Fact]
    public void TryParse_OneCharacterWrong_IsNoNumber() =>
        Gen.Select(Numbers, Gen.Int[0, CertificateNumber.Length - 1], Gen.Char[CodeAlphabet.Characters]).Sample((number, at, other) =>
        {
            Assert.True(CertificateNumber.TryParse(number.Shown.ToLowerInvariant(), out var read));
            Assert.Equal(number, read);
            var wrong = number.Text![..at] + other + number.Text[(at + 1)..];
            Assert.Equal(wrong == number.Text, CertificateNumber.TryParse(wrong, out _));
        }, iter: 10_000);

    [Fact]
    public void TryParse_NeighboursSwapped_IsNoNumber_ButForTheFirstAndTheLastOfTheAlphabet() =>
        Gen.Select(Numbers, Gen.Int[0, CertificateNumber.Length - 2]).Sample((number, at) =>
        {
            var (one, two) = (number.Text![at], number.Text[at + 1]);
            var swapped = number.Text[..at] + two + one + number.Text[(at + 2)..];
            var blind = one == two || CodeAlphabet.ValueOf(one) is 0 or 31 && CodeAlphabet.ValueOf(two) is 0 or 31;
            Assert.Equal(blind, CertificateNumber.TryParse(swapped, out _));
        }, iter: 10_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2222-2222-2222")]
    [InlineData("2222-2222-2222-22")]
    [InlineData("0OI1-2222-2222-2")]
    public void TryParse_AnythingElse_IsNoNumber(string? typed) => Assert.False(CertificateNumber.TryParse(typed, out _));

    [Fact]
    public void Codes_OfAnotherNumberKeyOrLink_OpenNothing() => Numbers.Sample(number =>
    {
        var keys = People.Keys;
        var (code, secret) = (keys.CertificateCode(number), keys.ShareSecret(number, 1));
        Assert.True(keys.IsCertificateCode(number, code.ToLowerInvariant().Insert(4, "-")));
        Assert.True(keys.IsShareSecret(number, 1, secret));
        var other = CertificateNumber.Of(number.Text![1..^1] + number.Text[0]);
        Assert.False(other != number && keys.IsCertificateCode(other, code));
        Assert.False(keys.IsShareSecret(number, 2, secret));
        Assert.False(keys.IsCertificateCode(number, code[..^1]));
        Assert.False(keys.IsCertificateCode(number, secret));
        Assert.False(keys.IsCertificateCode(number, null));
        Assert.False(People.KeysWith(2).IsCertificateCode(number, code));
    }, iter: 10_000);

    [Fact]
    public void HolderCode_LivesForAQuarterOfAnHour() => Gen.Select(Numbers, Gen.Int[0, 40 * 60]).Sample((number, seconds) =>
    {
        var made = new DateTimeOffset(2026, 11, 26, 8, 0, 30, TimeSpan.Zero);
        var code = People.Keys.HolderCode(number, made);
        var minutes = (30 + seconds) / 60;
        Assert.Equal(minutes < 15, People.Keys.IsHolderCode(number, code, made.AddSeconds(seconds)));
        Assert.False(People.Keys.IsHolderCode(number, code, made.AddMinutes(-1)));
    }, iter: 10_000);
}
