using System.Security.Cryptography;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Volunteers;

/// <summary>Sealed fields and the rotation of their keys (docs/decisions/0027).</summary>
public sealed class SealTests
{
    private static readonly byte[] Salt = new byte[32];

    [Fact]
    public void Open_AfterANewerKeyCame_StillOpensAndReseals()
    {
        var before = People.KeysWith(1);
        var box = before.Seal("张三", Salt);
        Assert.Equal(0, box[0]);

        var after = People.KeysWith(1, ("1", 2), ("7", 3));
        Assert.Equal("张三", after.Open(box, Salt));
        Assert.True(after.IsOld(box));
        var again = after.Reseal(box, Salt);
        Assert.Equal((7, false), (again[0], after.IsOld(again)));
        Assert.Equal("张三", after.Open(again, Salt));
        Assert.Same(again, after.Reseal(again, Salt)); // nothing to do twice
    }

    [Fact]
    public void Open_WithAKeyThatIsGone_SaysWhichAndToPutItBack()
    {
        var box = People.KeysWith(1, ("5", 2)).Seal("张三", Salt);
        Assert.Contains("key 5", Assert.Throws<CryptographicException>(() => People.KeysWith(1).Open(box, Salt)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OfWhatWasChanged_Fails()
    {
        var keys = People.KeysWith(1, ("1", 2));
        var box = keys.Seal("张三", Salt);
        for (var i = 0; i < box.Length; i++)
        {
            var altered = (byte[])box.Clone();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(altered, Salt)); // the key's number, too
        }

        Assert.ThrowsAny<CryptographicException>(() => keys.Open(box, [1, .. Salt[1..]]));
    }

    [Theory]
    [InlineData("0"), InlineData("256"), InlineData("x"), InlineData("")]
    public void Seals_WithANumberThatIsNone_IsRefusedAtTheStart(string number) =>
        Assert.Throws<OptionsValidationException>(() => People.KeysWith(1, (number, 2)));

    [Fact]
    public void Seals_WithAShortKey_IsRefusedAtTheStart() => Assert.Throws<OptionsValidationException>(() =>
        new CellKeys(Options.Create(new CellKeyOptions { Master = People.Key(1), Seals = new() { ["1"] = "AAAA" } })));

    [Fact]
    public void Numbers_OfTheSamePerson_StayWhenSealingKeysRotate()
    {
        var (before, after) = (People.KeysWith(1), People.KeysWith(1, ("1", 2)));
        Assert.Equal(before.VolunteerNumber(new(Guid.Empty)), after.VolunteerNumber(new(Guid.Empty)));
        Assert.Equal(before.NameOf("张三"), after.NameOf("张三"));
        Assert.NotEqual(before.NameOf("张三"), People.KeysWith(2).NameOf("张三"));
    }
}
