namespace Engagement.Grains.Campaigns;

/// <summary>What a campaign offers to choose from, as seeded. Reads are synchronous: a snapshot per process.</summary>
public interface ICatalogue
{
    /// <summary>Whether the reason exists.</summary>
    bool HasReason(string reason);

    /// <summary>Whether the preset belongs to the reason.</summary>
    bool HasPreset(string reason, string preset);

    /// <summary>The preset that shows while an own text waits: a neutral one, for the writer said nothing of the reason's own.</summary>
    string StandIn(string reason);

    /// <summary>The reason that says nothing of a deed; empty when there is none.</summary>
    string Neutral => "";

    /// <summary>Whether the company exists.</summary>
    bool HasCompany(string company) => false;

    /// <summary>Whether the thank-back phrase exists.</summary>
    bool HasPhrase(string phrase);

    /// <summary>Whether the civic act exists.</summary>
    bool HasAct(string act);

    /// <summary>Whether the class of voluntary service exists.</summary>
    bool HasServiceClass(string service) => false;

    /// <summary>Whether the organisation exists.</summary>
    bool HasOrganisation(string organisation) => false;

    /// <summary>Whether the district exists.</summary>
    bool HasDistrict(string district);

    /// <summary>Districts that have to be crossed on the way from one to another, on the shortest way: 0 for neighbours, for a district itself, and when it is not known.</summary>
    int Between(string from, string to) => 0;

    /// <summary>Whether the town or street exists in the district.</summary>
    bool HasCommunity(string district, string community);

    /// <summary>The organisation that a join code belongs to; null for none.</summary>
    string? OrganisationOf(string code);

    /// <summary>The courier company that a join code belongs to; null for none.</summary>
    string? CompanyOf(string code);

    /// <summary>Whether the name is one of the preset display names, which need no moderation.</summary>
    bool IsPresetName(string name);
}
