using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

// What lies ahead of them (70 to 79).
public sealed partial class VolunteerState
{
    /// <summary>Times kept free, in no order; over ones go with the next change.</summary>
    [Id(70)] public List<Booking> Bookings { get; set; } = [];

    /// <summary>Shifts to which they did not come, of the latest <c>Activities:AbsenceDays</c>; at most <see cref="BookingRules.AbsencesKept"/>.</summary>
    [Id(71)] public List<Absence> Absences { get; set; } = [];

    /// <summary>Calendar links made so far: the latest one holds.</summary>
    [Id(72)] public int Feeds { get; set; }

    /// <summary>The latest link opens a feed.</summary>
    [Id(73)] public bool HasFeed { get; set; }

    // Looks after a hold whose activity never told what became of it.
    internal IEnumerable<Effect> BookingsDerived() => Bookings.Exists(booking => !booking.Firm)
        ? [new Index(RoseEffects.Agenda, Check(Id), Bookings.Where(booking => !booking.Firm).Min(booking => booking.Until) + BookingRules.Margin)]
        : [];

    internal static string Check(ParticipantId person) => string.Create(CultureInfo.InvariantCulture, $"volunteer:{person}:holds");
}
