using CsCheck;
using Engagement.Contracts;

namespace Engagement.Tests.Volunteers;

/// <summary>ID numbers: what is one, what is none, what is shown of it.</summary>
public sealed class NationalIdTests
{
    private const int Today = 20260601;

    private static readonly Gen<string> Numbers = Gen.Select(Gen.Int[0, 45_000], Gen.Int[0, 999], static (days, order) =>
        People.Number(int.Parse(new DateOnly(1900, 1, 1).AddDays(days).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), order));

    [Fact]
    public void Read_EveryRightNumber_SaysBirthAndSex() => Numbers.Sample(number =>
    {
        var id = NationalId.Read(number, Today)!.Value;
        Assert.Equal((number, number[6..14], (number[16] - '0') % 2 == 0), (id.Number, id.Birth.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture), id.IsFemale));
        Assert.Equal(id, NationalId.Read(" " + number.ToLowerInvariant().Insert(6, " ") + "　", Today));
    }, iter: 10_000);

    [Fact]
    public void Read_OneDigitWrongOrTwoSwapped_IsNone() => Gen.Select(Numbers, Gen.Int[0, 16], Gen.Int[1, 9]).Sample((number, at, by) =>
    {
        var wrong = number.ToCharArray();
        wrong[at] = (char)('0' + (wrong[at] - '0' + by) % 10);
        Assert.Null(NationalId.Read(new(wrong), Today));

        var swapped = number.ToCharArray();
        (swapped[at], swapped[Math.Min(at + 1, 16)]) = (swapped[Math.Min(at + 1, 16)], swapped[at]);
        Assert.True(swapped.AsSpan().SequenceEqual(number) || NationalId.Read(new(swapped), Today) is null);
    }, iter: 10_000);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("44000019900101001"), InlineData("4400001990010100100"), InlineData("44000O199001010019")]
    [InlineData("11010119900230123X")]
    public void Read_WhatIsNoNumber_IsNone(string? typed) => Assert.Null(NationalId.Read(typed, Today));

    [Fact]
    public void Read_BornTomorrowOrInNoProvince_IsNone()
    {
        Assert.Null(NationalId.Read(People.Number(20260602), Today));
        Assert.NotNull(NationalId.Read(People.Number(20260601), Today));
        var nowhere = "000000" + People.Number(19900101)[6..17];
        Assert.Null(NationalId.Read(nowhere + NationalId.CheckOf(nowhere), Today));
    }

    [Fact]
    public void ToString_OfAnything_IsMasked()
    {
        var number = People.Number(19900101);
        Assert.Equal("4400**********" + number[14..], $"{NationalId.Read(number, Today)!.Value}");
        Assert.Equal("", default(NationalId).ToString());
        Assert.DoesNotContain(number, new RealName("张三", number, 1).ToString() + new UnmaskedName(Outcome.Done, "张三", number), StringComparison.Ordinal);
        Assert.DoesNotContain("张三", new RealName("张三", number, 1).ToString() + new UnmaskedName(Outcome.Done, "张三", number), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张三", "张三", "张*"), InlineData(" 欧阳 娜娜 ", "欧阳娜娜", "欧***"), InlineData("买买提・吐尔逊", "买买提·吐尔逊", "买***"), InlineData("John  Smith", "John Smith", "J***")]
    public void RealName_AsTyped_IsOneForm_AndMasked(string typed, string read, string masked)
    {
        Assert.Equal(read, RealNameText.Read(typed));
        Assert.Equal(masked, RealNameText.Masked(read));
    }

    [Theory]
    [InlineData("张"), InlineData("张3"), InlineData("<b>张三</b>"), InlineData("·张三"), InlineData("张三\u202e"), InlineData(null)]
    public void RealName_ThatIsNone_IsRefused(string? typed) => Assert.Null(RealNameText.Read(typed));
}
