using System.Globalization;
using Engagement.Contracts;

namespace Engagement.Rig.Serve;

/// <summary>
/// Who a person of a comparison is, by their name alone, so that all peers have the same city: everybody belongs to an
/// organisation, every third also to a courier company. Thirty units are few enough to be fought over.
/// </summary>
internal static class Resident
{
    /// <summary>The persona that has a budget for bouquets, in the product's local city too.</summary>
    public const string Organiser = "组织者";

    /// <summary>Roses of that budget.</summary>
    public const int Budget = 10_000;

    /// <summary>The person with this number.</summary>
    public static string Name(int number) => $"市民{number:d6}";

    /// <summary>Where they belong; nowhere for a name without a number.</summary>
    public static (Organisation? Organisation, Company? Company) Of(string name, ReferenceData reference) =>
        name.Length == 8 && int.TryParse(name.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (reference.Organisations[number % reference.Organisations.Length],
                number % 3 == 0 ? reference.Companies[number / 3 % reference.Companies.Length] : null)
            : (null, null);
}
