using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Web.Boards;

namespace Engagement.Web.Companies;

/// <summary>Companies as their stewards see them.</summary>
public sealed class CompanyDesk(SeededCatalogue catalogue, RosterReader rosters, Names names)
{
    /// <summary>A company of the campaign; null for none.</summary>
    public Company? Find(string? id) => catalogue.Reference.Companies.FirstOrDefault(company => company.Id == id);

    /// <summary>The companies that are in these scopes; all for null.</summary>
    public Task<CompanyRow[]> Rows(IReadOnlyList<string>? scopes) =>
        Task.WhenAll(catalogue.Reference.Companies.Where(company => scopes?.Contains(company.Id) != false).Select(Row));

    /// <summary>A company with its numbers.</summary>
    public async Task<CompanyRow> Row(Company company)
    {
        var (listed, enrolled) = (rosters.Listed(company.Id), rosters.Enrolled(company.Id));
        return new(company.Id, names.Company(company.Id) ?? company.Name, await listed, await enrolled);
    }
}
