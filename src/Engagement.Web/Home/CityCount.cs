namespace Engagement.Web.Home;

/// <summary>The city's numbers; the same names travel in the <c>city</c> event of <c>/live</c>.</summary>
public sealed record CityCount(long Sent, long Claimed, long People, int LongestChain);
