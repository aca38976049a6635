using CsCheck;

namespace Engagement.Tests.Activities;

/// <summary>Random days of an activity: what must never be never is, whatever people, leaders, phones and reviewers do.</summary>
public sealed class AttendancePropertyTests
{
    private static readonly Gen<(int What, int Who, int Shift, int Minutes, int Pick)[]> Days =
        Gen.Select(Gen.Int[0, 14], Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[0, 25], Gen.Int[0, 1_000], static (a, b, c, d, e) => (a, b, c, d, e)).Array[1, 60];

    [Fact]
    public void Day_AnyCommands_CreditsNobodyTwiceAndNothingOutsideAShift_AndSettlesEachShiftOnce() => Days.Sample(day =>
    {
        var model = new AttendanceModel();
        foreach (var (what, who, shift, minutes, pick) in day)
        {
            model.Run(what, who, shift, minutes, pick);
            model.Holds();
        }

        model.Finish();
    }, iter: 10_000);

    [Fact]
    public void Day_AnyCommands_EffectsAreTheDifferenceOfDerived() => Days.Sample(day =>
    {
        var model = new AttendanceModel();
        foreach (var (what, who, shift, minutes, pick) in day)
        {
            model.Run(what, who, shift, minutes, pick);
            var differences = model.Ledger.Differences();
            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }

        model.Finish();
        Assert.Empty(model.Ledger.Differences());
    }, iter: 500);
}
