using Engagement.Contracts;
using Engagement.Grains.Control;
using System.Collections.Immutable;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Campaigns;

/// <summary>What must hold before a city's data is used; the first breach throws.</summary>
internal sealed class ReferenceDataRules(ReferenceData data, IMessageModerator moderator)
{

    private readonly Dictionary<string, string> joinCodes = [];

    public void Check()
    {
        Districts();
        Companies();
        Organisations();
        Reasons();
        Acts();
        ServiceClasses();
        Phrases("thanks.json", "$.thanks", data.Thanks, []);
        Phrases("names.json", "$.names", data.Names, []);
    }

    private void Districts()
    {
        const string file = "districts.json";
        var codes = new HashSet<string>();
        foreach (var (district, path) in Each(file, "$.districts", data.Districts))
        {
            Code(file, $"{path}.code", district.Code, 6, codes);
            Chinese(file, $"{path}.name", district.Name);
            English(file, $"{path}.english", district.English);
            foreach (var (town, townPath) in Each(file, $"{path}.towns", district.Towns))
            {
                Code(file, $"{townPath}.code", town.Code, 9, codes);
                Require(town.Code.StartsWith(district.Code, StringComparison.Ordinal), file, $"{townPath}.code", $"does not begin with {district.Code}, the district's code.");
                Require(Enum.IsDefined(town.Kind), file, $"{townPath}.kind", "is no kind of town.");
                Chinese(file, $"{townPath}.name", town.Name);
                English(file, $"{townPath}.english", town.English);
            }
        }

        foreach (var (district, path) in Each(file, "$.districts", data.Districts))
        {
            foreach (var border in Borders.Of(data.Districts, district.Code))
            {
                Require(border != district.Code && Borders.Of(data.Districts, border).Contains(district.Code), file, $"{path}.borders",
                    $"{border} does not name {district.Code} as its neighbour.");
            }
        }
    }

    private void Companies()
    {
        const string file = "companies.json";
        var ids = new HashSet<string>();
        foreach (var (company, path) in Each(file, "$.companies", data.Companies))
        {
            Slug(file, $"{path}.id", company.Id, ids);
            Chinese(file, $"{path}.name", company.Name);
            Chinese(file, $"{path}.shortName", company.ShortName);
            English(file, $"{path}.english", company.English);
            Join(file, $"{path}.joinCode", company.JoinCode);
        }
    }

    private void Organisations()
    {
        const string file = "organisations.json";
        var (ids, districts) = (new HashSet<string>(), data.Districts.Select(district => district.Code).ToHashSet());
        foreach (var (unit, path) in Each(file, "$.organisations", data.Organisations))
        {
            Slug(file, $"{path}.id", unit.Id, ids);
            Chinese(file, $"{path}.name", unit.Name);
            English(file, $"{path}.english", unit.English);
            Require(Enum.IsDefined(unit.Kind), file, $"{path}.kind", "is no kind of organisation.");
            Require(districts.Contains(unit.District), file, $"{path}.district", $"districts.json has no district {unit.District}.");
            Join(file, $"{path}.joinCode", unit.JoinCode);
        }
    }

    private void Reasons()
    {
        const string file = "reasons.json";
        var (ids, presets) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (reason, path) in Each(file, "$.reasons", data.Reasons))
        {
            Slug(file, $"{path}.id", reason.Id, ids);
            Chinese(file, $"{path}.title.zh", reason.Title.Zh);
            English(file, $"{path}.title.en", reason.Title.En);
            Phrases(file, $"{path}.presets", reason.Presets, presets); // a rose stores the preset's id alone, so it is unique in the file
        }

        Require(data.Reasons.Count(reason => reason.Neutral) == 1, file, "$.reasons", "needs exactly one neutral reason, for own words.");
    }

    private void Acts()
    {
        const string file = "acts.json";
        var (ids, marks) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (act, path) in Each(file, "$.acts", data.Acts))
        {
            Slug(file, $"{path}.id", act.Id, ids);
            Mark(file, $"{path}.mark", act.Mark, marks);
            Chinese(file, $"{path}.title.zh", act.Title.Zh);
            English(file, $"{path}.title.en", act.Title.En);
            Chinese(file, $"{path}.hint.zh", act.Hint.Zh);
            English(file, $"{path}.hint.en", act.Hint.En);
            Require(Enum.IsDefined(act.Group), file, $"{path}.group", "is no group of acts.");
        }
    }

    private void ServiceClasses()
    {
        const string file = "service-classes.json";
        var (ids, marks) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (service, path) in Each(file, "$.serviceClasses", data.ServiceClasses))
        {
            Slug(file, $"{path}.id", service.Id, ids);
            Mark(file, $"{path}.mark", service.Mark, marks);
            Chinese(file, $"{path}.title.zh", service.Title.Zh);
            English(file, $"{path}.title.en", service.Title.En);
        }
    }

    private void Phrases(string file, string at, ImmutableArray<Phrase> phrases, HashSet<string> ids)
    {
        foreach (var (phrase, path) in Each(file, at, phrases))
        {
            Slug(file, $"{path}.id", phrase.Id, ids);
            Chinese(file, $"{path}.zh", phrase.Zh);
            English(file, $"{path}.en", phrase.En);
        }
    }

    private static IEnumerable<(T Item, string Path)> Each<T>(string file, string path, ImmutableArray<T> items)
    {
        Require(!items.IsDefaultOrEmpty, file, path, "is empty.");
        return items.Select((item, i) => item is null
            ? throw new ReferenceDataException(file, $"{path}[{i}]", "is null.")
            : (item, $"{path}[{i}]"));
    }

    private static void Mark(string file, string path, string mark, HashSet<string> marks) =>
        Require(MessageText.Length(mark) == 1 && marks.Add(mark), file, path, "must be one character that nothing else in the file has.");

    private static void Code(string file, string path, string code, int digits, HashSet<string> codes)
    {
        Require(code.Length == digits && code.All(char.IsAsciiDigit), file, path, $"must have {digits} digits.");
        Require(codes.Add(code), file, path, $"{code} occurs twice.");
    }

    private static void Slug(string file, string path, string id, HashSet<string> ids)
    {
        Require(id.Length is >= 2 and <= 40 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'), file, path, "must be 2 to 40 of a-z, 0-9 and hyphen.");
        Require(ids.Add(id), file, path, $"{id} occurs twice.");
    }

    private void Join(string file, string path, string code)
    {
        Require(JoinCode.IsCanonical(code), file, path, "must be 6 to 12 of A-Z and 2-9.");
        Require(joinCodes.TryAdd(code, $"{file} {path}"), file, path, $"{code} is also at {joinCodes[code]}.");
    }

    private void Chinese(string file, string path, string text) => Text(file, path, text, MessageText.DefaultMax);

    private void English(string file, string path, string? text) => Text(file, path, text, PresetCheck.LongestEnglish);

    private void Text(string file, string path, string? text, int max)
    {
        var reason = PresetCheck.Reason(text, max, moderator);
        Require(reason is null, file, path, reason!);
    }

    private static void Require(bool holds, string file, string path, string reason)
    {
        if (!holds) throw new ReferenceDataException(file, path, reason);
    }
}
