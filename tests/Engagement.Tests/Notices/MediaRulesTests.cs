using Engagement.Contracts;
using Engagement.Grains.Moderation;

namespace Engagement.Tests.Notices;

/// <summary>One medium's check: held until the result, once; with a moderator when none comes (MA-02).</summary>
public sealed class MediaRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "pass", MediaState.Shown)]
    [InlineData(0, "risky", MediaState.Refused)]
    [InlineData(0, "review", MediaState.Review)]
    [InlineData(0, "tomorrow's word", MediaState.Review)]
    [InlineData(0, null, MediaState.Review)]
    [InlineData(-1, "pass", MediaState.Review)]
    public void Answer_OfItsCheck_Decides(long errcode, string? suggest, MediaState state)
    {
        var media = Begun();
        MediaRules.Answer(media, new("trace", errcode, suggest, 100), Now);
        Assert.Equal(state, media.State);
        Assert.Equal(state != MediaState.Review, media.Submission is null);
    }

    [Fact]
    public void Answer_ForeignRepeatedOrLate_ChangesNothing()
    {
        var media = Begun();
        MediaRules.Answer(media, new("other", 0, "pass", 100), Now);
        Assert.Equal(MediaState.Held, media.State);
        MediaRules.Answer(media, new("trace", 0, "risky", 20002), Now);
        MediaRules.Answer(media, new("trace", 0, "pass", 100), Now);
        Assert.Equal(MediaState.Refused, media.State);

        var late = Begun();
        MediaRules.GiveUp(late, "no result in time", Now.AddMinutes(31));
        MediaRules.Answer(late, new("trace", 0, "pass", 100), Now.AddMinutes(32));
        Assert.Equal(MediaState.Review, late.State);
    }

    [Fact]
    public void Review_Decides_Once()
    {
        var media = Begun();
        MediaRules.GiveUp(media, "", Now);
        Assert.Equal(Outcome.Done, MediaRules.Review(media, default, pass: false, Now));
        Assert.Equal(Outcome.Done, MediaRules.Review(media, default, pass: true, Now));
        Assert.Equal(MediaState.Refused, media.State);
        Assert.Equal(Outcome.NotFound, MediaRules.Review(new(), default, pass: true, Now));
    }

    private static MediaRecord Begun()
    {
        var media = new MediaRecord();
        MediaRules.Submit(media, new(new string('a', 43), "https://roses.example/1.jpg", MediaKind.Picture, new(Guid.NewGuid())), Now);
        MediaRules.Begun(media, "trace");
        Assert.Equal(Now.AddMinutes(30).ToUnixTimeMilliseconds(), media.Due);
        return media;
    }
}
