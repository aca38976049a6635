using System.Globalization;
using System.Text.RegularExpressions;
using Engagement.Web.Drawing;

namespace Engagement.Tests.Drawing;

public sealed class RosePetalsTests
{
    public static TheoryData<int> People => [-1, 0, 1, 2, 3, 4, 5, 8, 13, 23, 24, 25, 300, 10_000, int.MaxValue];

    [Theory, MemberData(nameof(People))]
    public void For_AnyNumber_HasOnePetalForEveryPersonUntilFull(int people) => Assert.Equal(Math.Clamp(people, 1, RosePetals.Full), RosePetals.For(people).Count);

    [Theory, MemberData(nameof(People))]
    public void For_AnyNumber_GetsDarkerTowardsTheHeart(int people)
    {
        var tones = RosePetals.For(people).Select(petal => petal.Tone).ToList();
        Assert.Equal(tones.OrderDescending(), tones);
        Assert.All(tones, tone => Assert.InRange(tone, 0, 4));
    }

    [Theory, MemberData(nameof(People))]
    public void For_AnyNumber_StaysInItsField(int people) => Assert.All(RosePetals.For(people), petal =>
    {
        Assert.StartsWith("M", petal.Path, StringComparison.Ordinal);
        Assert.EndsWith("Z", petal.Path, StringComparison.Ordinal);
        Assert.All(Regex.Matches(petal.Path, @"-?\d+(\.\d+)?"), number => Assert.InRange(double.Parse(number.Value, CultureInfo.InvariantCulture), -118, 118));
    });

    [Fact]
    public void For_FullBloom_UsesFiveTones() => Assert.Equal(5, RosePetals.For(24).Select(petal => petal.Tone).Distinct().Count());

    [Fact]
    public void Reach_OneMorePerson_NeverShrinks() =>
        Assert.All(Enumerable.Range(1, 30), people => Assert.True(RosePetals.Reach(people + 1) >= RosePetals.Reach(people)));

    [Fact]
    public void Draw_Title_IsEncoded()
    {
        var svg = RoseSvg.Draw(3, "<script>\"'").ToString()!;
        Assert.DoesNotContain("<script>", svg, StringComparison.Ordinal);
        Assert.Contains("role=\"img\"", svg, StringComparison.Ordinal);
    }
}
