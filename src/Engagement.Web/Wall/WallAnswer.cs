namespace Engagement.Web.Wall;

/// <summary>What the big screen shows: numbers of the city and of its units, and nobody's name.</summary>
/// <param name="Claimed">Roses taken: the living total.</param>
/// <param name="Today">Of these, today.</param>
/// <param name="People">People who took part.</param>
/// <param name="LongestChain">Hands of the rose that came farthest.</param>
/// <param name="Districts">Roses given by each district's people.</param>
/// <param name="Newest">The newest takings, newest first.</param>
/// <param name="Companies">Companies by civic acts; empty while boards are off or there are none.</param>
/// <param name="Teams">Organisations and teams by certified hours, likewise.</param>
/// <param name="Days">Roses taken on each of the last days, today last.</param>
/// <param name="Rose">The rose that came farthest, as SVG: a petal for each of its people.</param>
public sealed record WallAnswer(
    long Claimed, long Today, long People, long LongestChain, IReadOnlyList<WallUnit> Districts, IReadOnlyList<WallHop> Newest, IReadOnlyList<WallUnit> Companies, IReadOnlyList<WallUnit> Teams,
    IReadOnlyList<WallDay> Days, string Rose);

/// <summary>A day.</summary>
/// <param name="Day">As it is written on the screen, like 11/26.</param>
/// <param name="Count">Roses taken.</param>
public sealed record WallDay(string Day, long Count);

/// <summary>A unit with its number.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Count">Roses, acts or whole hours.</param>
public sealed record WallUnit(string Id, string Name, long Count);

/// <summary>A taking.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Place">District of who gave; null when they told none.</param>
/// <param name="District">Its code.</param>
/// <param name="Reason">What for.</param>
/// <param name="Hands">Hands of its rose by then.</param>
public sealed record WallHop(long At, string? Place, string? District, string Reason, int Hands);
