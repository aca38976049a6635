namespace Engagement.Contracts;

public partial interface IVolunteerGrain
{
    /// <summary>Totals, and what the volunteer's entries stand at. Pages of entries are plain reads (HourReader).</summary>
    [Alias("Hours")] Task<HourTotals> Hours();

    /// <summary>
    /// An organiser of the entry's organisation, or a reviewer of its district, corrects an entry by another one. Invalid names the field: <c>entry</c>,
    /// <c>minutes</c> (the entry would count less than nothing or more than was counted) or <c>reason</c>. Forbidden for oneself.
    /// AlreadyClaimed when something else counts by now at the time that would be given back.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Offset"), ResponseTimeout("00:00:05")]
    Task<Receipt> Offset(CommandId command, ParticipantId by, OffsetHours offset);

    /// <summary>A reviewer of its district decides about a held entry, once: AlreadyDecided after that. Forbidden for oneself.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("DecideHeld"), ResponseTimeout("00:00:05")]
    Task<Receipt> DecideHeld(CommandId command, ParticipantId by, DecideHeld decision);

    /// <summary>
    /// The volunteer politely asks the organisers of an activity that is over to settle it. Once a day for each activity: DailyLimit after that; NotFound when
    /// they did not come or it is settled.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Nudge"), ResponseTimeout("00:00:05")]
    Task<Receipt> Nudge(ActivityId activity);
}
