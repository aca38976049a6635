using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Stars;

/// <summary>Gathers what stars are decided by.</summary>
public sealed class StarBook(HourReader hours, HoursCaseReader cases, VolunteerReader volunteers, CellGrains grains, StarSettings settings)
{
    /// <summary>The volunteer as they stand now.</summary>
    /// <param name="volunteer">Who.</param>
    /// <param name="look">Look as well whether somebody looks at their hours: every entry is read for it.</param>
    public async Task<StarFacts> Facts(ParticipantId volunteer, bool look)
    {
        var card = await grains.Volunteer(volunteer).Card();
        var (minutes, held) = (0, false);
        foreach (var account in await volunteers.AccountsOf(volunteer))
        {
            minutes += await hours.Volunteer(account) is { } person ? settings.Counted(person.Hours) : 0;
            held |= look && (await cases.Holding(await hours.All(account))).Count > 0;
        }

        var me = await hours.Volunteer(volunteer);
        return new(card.Level, minutes, DateTimeOffset.FromUnixTimeMilliseconds(me?.Registered ?? 0), card.IsMinor, me?.Profile?.District, held);
    }
}
