using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Activities;

/// <summary>What a draft may hold, and what it must hold before it is published.</summary>
public static class ActivityInput
{
    /// <summary>Shifts of one activity.</summary>
    public const int MostShifts = 40;

    /// <summary>Places of one shift.</summary>
    public const int MostPlaces = 5_000;

    /// <summary>Characters of a reason to send back or to cancel.</summary>
    public const int LongestReason = 100;

    /// <summary>Characters of a policy's number.</summary>
    public const int LongestPolicy = 40;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromHours(16);

    /// <summary>Longest texts, by field: characters as a reader counts them.</summary>
    public static readonly IReadOnlyDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["title"] = 40, ["place"] = 60, ["content"] = 500, ["conditions"] = 200, ["lead"] = 20, ["riskText"] = 200, ["safeguards"] = 200, ["training"] = 40, ["private"] = 300,
    };

    /// <summary>Every field of a draft that holds what it can't hold. Empty ones are no fault yet.</summary>
    public static IReadOnlyList<string> Faults(ActivityDraft draft, ICatalogue catalogue)
    {
        var details = draft.Details;
        var faults = Texts(draft).Where(text => text.Text.Length > 0 && MessageText.Validate(text.Text, Lengths[text.Field]) != MessageTextError.None).Select(text => text.Field).ToList();
        Add(faults, "district", details.District.Length > 0 && !catalogue.HasDistrict(details.District));
        Add(faults, "serviceClass", details.ServiceClass.Length > 0 && !catalogue.HasServiceClass(details.ServiceClass));
        Add(faults, "risks", (details.Risks & ~ActivityRisks.All) != 0);
        Add(faults, "minAge", details.MinAge is < 0 or > 100);
        Add(faults, "level", !Enum.IsDefined(details.Level));
        Add(faults, "shifts", draft.Shifts.Count > MostShifts || draft.Shifts.Any(shift => !IsSound(shift)) || draft.Shifts.Where(shift => shift.Number > 0).GroupBy(shift => shift.Number).Any(twice => twice.Skip(1).Any()));
        Add(faults, "places", draft.Shifts.Any(shift => shift.Places is < 1 or > MostPlaces));
        return faults;
    }

    /// <summary>Everything that must be there before it is published and is not: Regulation on Voluntary Services, article 12.</summary>
    public static IReadOnlyList<string> Missing(ActivityDetails details, int shifts)
    {
        (string Field, string Text)[] needed =
        [
            ("title", details.Title), ("district", details.District), ("place", details.Place), ("content", details.Content), ("conditions", details.Conditions),
            ("lead", details.Lead), ("riskText", details.RiskText), ("safeguards", details.Safeguards), ("serviceClass", details.ServiceClass),
        ];
        var missing = needed.Where(field => string.IsNullOrWhiteSpace(field.Text)).Select(field => field.Field).ToList();
        Add(missing, "shifts", shifts == 0);
        return missing;
    }

    /// <summary>Fields whose words can't be shown. Telephone numbers and addresses belong among the private details, and only there.</summary>
    /// <param name="draft">What was written.</param>
    /// <param name="moderator">Word lists and patterns.</param>
    /// <param name="read">A reviewer reads it before anybody else: doubtful words may wait for them.</param>
    public static IReadOnlyList<string> Refused(ActivityDraft draft, IMessageModerator moderator, bool read) =>
        [.. Texts(draft).Where(text => text.Text.Length > 0 && Refuses(moderator.Check(text.Text), text.Field == "private", read)).Select(text => text.Field)];

    /// <summary>Whether a reason can be shown: at most <see cref="LongestReason"/> characters and no words that can't.</summary>
    public static bool IsReason(string? reason, IMessageModerator moderator) =>
        MessageText.Validate(reason, LongestReason) == MessageTextError.None && moderator.Check(reason!).Outcome != ModerationOutcome.Refuse;

    private static bool Refuses(ModerationVerdict verdict, bool isPrivate, bool read) =>
        verdict.Outcome >= (read ? ModerationOutcome.Refuse : ModerationOutcome.Hold) && !(isPrivate && verdict.Category is ModerationCategory.Contact or ModerationCategory.Link);

    private static bool IsSound(Shift shift) => shift.Start > 0 && shift.Number >= 0
        && shift.End - shift.Start is var length && length >= Shortest.TotalMilliseconds && length <= Longest.TotalMilliseconds;

    private static IEnumerable<(string Field, string Text)> Texts(ActivityDraft draft) =>
    [
        ("title", draft.Details.Title), ("place", draft.Details.Place), ("content", draft.Details.Content), ("conditions", draft.Details.Conditions),
        ("lead", draft.Details.Lead), ("riskText", draft.Details.RiskText), ("safeguards", draft.Details.Safeguards), ("training", draft.Details.Training),
        ("private", draft.Private),
    ];

    private static void Add(List<string> fields, string field, bool isFault)
    {
        if (isFault)
        {
            fields.Add(field);
        }
    }
}
