using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Rankings;

/// <summary>Names of the boards and their periods. A board's definition never changes once open (LB-01); a change is a new board.</summary>
public static class Boards
{
    /// <summary>Roses given by couriers of a company.</summary>
    public const string Company = "company";

    /// <summary>Roses given by members of an organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Roses given by people of a district.</summary>
    public const string District = "district";

    /// <summary>Roses given by people of a town or street.</summary>
    public const string Community = "community";

    /// <summary>Roses given by a person; shown only for those who opted in.</summary>
    public const string Person = "person";

    /// <summary>Distinct people whom a rose has passed through, from the second hop on.</summary>
    public const string Chain = "chain";

    /// <summary>Civic acts of a company's couriers that somebody else attested (E1 and above), by the day on which they did first: a closed period gains nothing later; <c>pool</c> for couriers without one.</summary>
    public const string Acts = "acts";

    /// <summary>The same of each courier; shown only for those who opted in.</summary>
    public const string ActsByCourier = "acts-courier";

    /// <summary><see cref="Acts"/> per hundred active couriers: made when it is read, stored nowhere.</summary>
    public const string ActRate = "acts-rate";

    /// <summary>Certified minutes of an organisation's volunteers, by check-in and check-out alone (信用时数), on the day on which they were recorded.</summary>
    public const string Hours = "hours";

    /// <summary>The same by the district of the service.</summary>
    public const string HoursByDistrict = "hours-district";

    /// <summary>The same of each volunteer; shown only for those who opted in to this board, never for minors.</summary>
    public const string HoursByVolunteer = "hours-volunteer";

    /// <summary>All boards, in the order of the catalogue.</summary>
    public static readonly IReadOnlyList<string> All = [District, Community, Hours, HoursByDistrict, ActRate, Acts, Company, Organisation, Chain, ActsByCourier, HoursByVolunteer, Person];

    /// <summary>Boards of persons: only who opted in, and nobody in government mode (LB-05, LB-06).</summary>
    public static bool IsOfPersons(string board) => board is Person or ActsByCourier or HoursByVolunteer;

    /// <summary>Boards whose lines are made from a company's acts and couriers.</summary>
    public static bool IsOfActs(string board) => board is Acts or ActRate;

    /// <summary>Boards of certified minutes.</summary>
    public static bool IsOfHours(string board) => board is Hours or HoursByDistrict or HoursByVolunteer;

    /// <summary>A unit's own board of its volunteers: never shown, it only tells how many of them counted something in a period.</summary>
    public static string Volunteers(string board, string unit) => $"{board}-of:{unit}";

    /// <summary>Boards that are published when a period ends: units only.</summary>
    public static readonly IReadOnlyList<string> Published = [ActRate, Acts, Company, District, Community, Organisation, Hours, HoursByDistrict];

    /// <summary>Key of a board's whole campaign.</summary>
    public static string Whole(string board) => $"board:{board}:all";

    /// <summary>Key of a board's day.</summary>
    public static string Day(string board, int day) => $"board:{board}:d{day}";

    /// <summary>Key of a board's week, named by its Monday.</summary>
    public static string Week(string board, int day) => $"board:{board}:w{ShanghaiDay.WeekOf(day)}";

    /// <summary>One unit for a member in all three periods.</summary>
    internal static IEnumerable<Effect> Ranks(string board, RedisValue member, int n, int day, int second) =>
    [
        new Rank(Whole(board), member, n, second),
        new Rank(Week(board, day), member, n, second),
        new Rank(Day(board, day), member, n, second),
    ];
}
