using Engagement.Contracts;
using Engagement.Grains.Photos;

namespace Engagement.Tests.Photos;

/// <summary>Why a photo is kept.</summary>
public sealed class PhotoRulesTests
{
    private static readonly ParticipantId An = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Keep_WhatWasDeleted_IsNotKeptAgain() => Assert.Empty(PhotoRules.Keep([], An, "act.1", Now)); // the store has no picture any more

    [Fact]
    public void Keep_TwiceByTheSameRecord_IsOneReason()
    {
        var holds = PhotoRules.Keep(PhotoRules.Bring([], An, Now)!, An, "act.1", Now);
        Assert.Single(PhotoRules.Keep(holds, An, "act.1", Now.AddHours(1)));
    }
}
