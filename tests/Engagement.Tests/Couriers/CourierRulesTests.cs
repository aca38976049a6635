using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Grains.Roses;

namespace Engagement.Tests.Couriers;

/// <summary>One company at a time.</summary>
public sealed class CourierRulesTests
{
    private static readonly PhoneKey Phone = new(new Guid(9, 0, 0, new byte[8]));
    private DateTimeOffset _now = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset);
    private int _commands;

    [Fact]
    public void Enrol_OnTheDayOfLeaving_EndsTheOldCompanyThen()
    {
        var courier = new CourierState { Id = new(new Guid(1, 0, 0, new byte[8])) };
        Enrol(courier, "sf", 1);
        _now = _now.AddHours(1);
        Assert.Equal(Outcome.Done, CourierRules.Leave(courier, Next(), stay: true, At()));
        Assert.Equal("sf", courier.ScoringCompany(_now)); // until midnight
        _now = _now.AddHours(1);
        Enrol(courier, "yto", 2);
        Assert.Equal("yto", courier.ScoringCompany(_now));
        Assert.Equal(("sf", _now.ToUnixTimeMilliseconds()), (courier.Spells![^1].Company, courier.Spells[^1].To));
    }

    private void Enrol(CourierState courier, string company, int confirmation) =>
        CourierRules.Enrol(courier, $"enrol:{confirmation}", new(Phone, confirmation, company, false, Next()), At());

    private Moment At() => new(_now, _now, new(), new());

    private CommandId Next() => new(Guid.CreateVersion7(_now.AddMilliseconds(++_commands)));
}
