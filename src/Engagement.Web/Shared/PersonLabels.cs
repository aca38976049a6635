using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>
/// What staff call people in lists: the name they go by, else their volunteer number, else a few characters that tell one from another. Never a real name,
/// and never a whole id.
/// </summary>
public sealed class PersonLabels(PeopleReader people, VolunteerReader volunteers, IStringLocalizer<Texts> texts)
{
    private const int Digits = 6;

    /// <summary>The label of each of these people; any other person's is characters only.</summary>
    public async Task<Func<ParticipantId, string>> For(IEnumerable<ParticipantId> of)
    {
        ParticipantId[] ids = [.. of.Where(id => !id.IsNone).Distinct()];
        var names = await people.NamesFor(ids);
        var numbers = await volunteers.Numbers([.. ids.Where(id => !names.ContainsKey(id))]);
        return id => names.GetValueOrDefault(id) ?? (numbers.GetValueOrDefault(id) is { } number
            ? texts["Person.Numbered", VolunteerNumber.Show(number)] : texts["Person.Nameless", id.ToString()[..Digits]]);
    }

    /// <summary>The label of one person.</summary>
    public async Task<string> For(ParticipantId person) => (await For([person]))(person);
}
