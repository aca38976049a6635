using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Activities;

/// <summary>Codes that attest presence: new every half minute, the one before accepted a quarter of a minute longer, each for one thing only.</summary>
public sealed class AttendanceCodesTests
{
    private static readonly ActivityId Here = new(new Guid(7, 0, 0, new byte[8])), There = new(new Guid(8, 0, 0, new byte[8]));
    private static readonly ParticipantId An = new(new Guid(9, 0, 0, new byte[8])), Bai = new(new Guid(10, 0, 0, new byte[8]));

    private readonly AttendanceCodes _codes = new(new CellKeys(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(new byte[32]) })),
        Options.Create(new AttendanceOptions()));

    private long Window => _codes.WindowOf(ManualClock.Noon);

    private DateTimeOffset Shown => _codes.Begin(Window);

    [Theory]
    [InlineData(0, Outcome.Done), InlineData(29, Outcome.Done), InlineData(44, Outcome.Done), InlineData(45, Outcome.Expired), InlineData(3_600, Outcome.NotFound)]
    public void Read_SecondsAfterItWasShown_TakesPictureAndDigitsOnlyWhileTheyAreFresh(int seconds, Outcome expected)
    {
        var (text, digits) = _codes.Of(Here, 1, AttendanceSide.In, Window);
        Assert.Equal(expected, _codes.Read(Here, 1, AttendanceSide.In, text, Shown.AddSeconds(seconds)));
        Assert.Equal(expected, _codes.Read(Here, 1, AttendanceSide.In, $" {digits[..3]} {digits[3..]}", Shown.AddSeconds(seconds)));
        Assert.Equal(expected, _codes.ReadOwn(_codes.Of(An, Window), Shown.AddSeconds(seconds)).Outcome);
    }

    [Fact]
    public void Read_CodeOfAnotherActivityShiftOrSide_IsNone()
    {
        var (text, digits) = _codes.Of(Here, 1, AttendanceSide.In, Window);
        foreach (var code in new[] { text, digits })
        {
            Assert.Equal(Outcome.NotFound, _codes.Read(There, 1, AttendanceSide.In, code, Shown));
            Assert.Equal(Outcome.NotFound, _codes.Read(Here, 2, AttendanceSide.In, code, Shown));
            Assert.Equal(Outcome.NotFound, _codes.Read(Here, 1, AttendanceSide.Out, code, Shown));
        }
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("12345"), InlineData("1234567"), InlineData("签到"), InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_Anything_IsNone(string? code)
    {
        Assert.Equal(Outcome.NotFound, _codes.Read(Here, 1, AttendanceSide.In, code, Shown));
        Assert.Equal(Outcome.NotFound, _codes.ReadOwn(code, Shown).Outcome);
    }

    [Fact]
    public void ReadOwn_EveryPerson_IsThemselvesAndTellsNobodyElse()
    {
        var codes = new[] { _codes.Of(An, Window), _codes.Of(Bai, Window), _codes.Of(An, Window + 1) };
        Assert.Equal(3, codes.Distinct().Count()); // the next one can't be linked to it
        Assert.Equal((Outcome.Done, An), _codes.ReadOwn(codes[0], Shown));
        Assert.Equal((Outcome.Done, Bai), _codes.ReadOwn(codes[1], Shown));
        Assert.DoesNotContain(codes, code => code.Contains(An.ToString()[..8], StringComparison.Ordinal));
    }

    [Fact]
    public void ReadOwn_OneCharacterChanged_IsNone()
    {
        var code = _codes.Of(An, Window);
        for (var i = 0; i < code.Length; i++)
        {
            var forged = string.Concat(code.AsSpan(0, i), code[i] == 'A' ? "B" : "A", code.AsSpan(i + 1));
            Assert.Equal((Outcome.NotFound, default(ParticipantId)), _codes.ReadOwn(forged, Shown));
        }
    }
}
