using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <summary>Gathers what a letter says about an act, and signs it.</summary>
internal sealed class LetterWording(SeededCatalogue catalogue, PersonReader people, CellGrains grains, SignedLetter letters, CellKeys keys, Cell cell)
{
    /// <summary>Signed and sealed under the courier's salt; null when the courier closed their account.</summary>
    public async Task<byte[]?> Write(CivicActState act, DateTimeOffset now)
    {
        if (await people.Read(act.Courier) is not { IsOpen: true } courier)
        {
            return null;
        }

        var reference = catalogue.Reference;
        var number = await StaffNumber(act);
        var letter = letters.Sign(new()
        {
            Campaign = cell.Campaign,
            Number = act.Id.ToString(),
            IssuedAt = now.ToUnixTimeSeconds(),
            Act = act.What,
            Title = reference.Act(act.What)?.Title.Zh ?? act.What,
            At = DateTimeOffset.FromUnixTimeMilliseconds(act.At).ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture),
            District = reference.Districts.FirstOrDefault(district => district.Code == act.District)?.Name,
            Level = act.Level.ToString(),
            Company = act.Company,
            CompanyName = reference.Companies.FirstOrDefault(company => company.Id == act.Company)?.Name,
            StaffNumber = number,
            Courier = courier.ShowName && courier.NameState == TextState.Shown ? people.WrittenName(courier) : null,
        });
        return keys.Seal(letter, courier.Salt);
    }

    // As the company's own roster calls them: it means nothing to anybody else.
    private async Task<string?> StaffNumber(CivicActState act) =>
        act.Company is { } company && (await grains.Courier(act.Courier).Self()).Phone is { } phone && await grains.Roster(phone).Find(company) is { Number.Length: > 0 } row
            ? row.Number : null;
}
