using Engagement.Grains.Campaigns;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Tests.SignIns;

public sealed class SignInStateTests : ICampaignClock
{
    private readonly SignInState _states;
    private string? _cookie;

    public SignInStateTests() => _states = new(new EphemeralDataProtectionProvider(), this);

    public DateTimeOffset UtcNow => RealNow;

    public DateTimeOffset RealNow { get; set; } = DateTimeOffset.UtcNow;

    [Fact]
    public void Find_OwnState_IsWhereItWasGoingForTenMinutes()
    {
        var state = Answer(http => _states.Begin(http, "/mine"));
        Assert.Equal("/mine", _states.Find(Request(), state)!.ReturnUrl);
        RealNow += TimeSpan.FromMinutes(9);
        Assert.NotNull(_states.Find(Request(), state));
        RealNow += TimeSpan.FromMinutes(1);
        Assert.Null(_states.Find(Request(), state));
    }

    [Fact]
    public void Find_AnotherState_IsNone()
    {
        var state = Answer(http => _states.Begin(http, "/mine"));
        Assert.All([null, "", state.ToUpperInvariant(), state[1..], state + "0"], other => Assert.Null(_states.Find(Request(), other)));
        _cookie = null;
        Assert.Null(_states.Find(Request(), state));
    }

    [Fact]
    public void Begin_MoreThanFour_KeepsTheLatest()
    {
        var states = Enumerable.Range(0, 5).Select(i => Answer(http => _states.Begin(http, "/" + i))).ToList();
        Assert.Equal([null, "/1", "/2", "/3", "/4"], states.Select(state => _states.Find(Request(), state)?.ReturnUrl));
        Assert.Equal(5, states.Distinct().Count());
        Assert.All(states, state => Assert.Matches("^[0-9a-f]{32}$", state)); // WeChat takes letters and digits
    }

    [Fact]
    public void Loops_ThreeInAMinute_AndNoLongerAfterIt()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.False(_states.Loops(Request()));
            Answer(http => _states.Begin(http, "/"));
        }

        Assert.True(_states.Loops(Request()));
        RealNow += TimeSpan.FromMinutes(1);
        Assert.False(_states.Loops(Request()));
    }

    [Fact]
    public void Keep_LongestAddressFourTimes_FitsACookie()
    {
        for (var i = 0; i < 4; i++)
        {
            Answer(http => _states.Begin(http, "/" + new string('a', 399)));
        }

        Assert.InRange(_cookie!.Length, 1, 4_000); // browsers drop what is longer than 4,096
    }

    private T Answer<T>(Func<HttpContext, T> act)
    {
        var http = Request();
        var result = act(http);
        _cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];
        Assert.Contains("httponly", http.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", http.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        return result;
    }

    private DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = _cookie;
        return http;
    }
}
