using Engagement.Contracts;

namespace Engagement.Grains.Rankings;

/// <summary>Which line of a board is a person's own.</summary>
public static class BoardUnits
{
    /// <summary>The member of the board; null when the person has none there. A steward's company is theirs, too.</summary>
    public static string? Of(string board, Profile? profile) => board switch
    {
        Boards.District or Boards.HoursByDistrict => profile?.Units.District,
        Boards.Community => profile?.Units.Community,
        Boards.Organisation => profile?.Units.Organisation,
        Boards.Hours => profile?.Units.Organisation ?? profile?.Roles?.FirstOrDefault(grant => grant is { Role: Role.Organiser, Scope.Length: > 0 })?.Scope,
        Boards.Company or Boards.Acts or Boards.ActRate => profile?.Units.Company
            ?? profile?.Roles?.FirstOrDefault(grant => grant is { Role: Role.CompanySteward, Scope.Length: > 0 })?.Scope,
        _ => null,
    };
}
