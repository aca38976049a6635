using Engagement.Contracts;
using Engagement.Grains.Filings;
using Engagement.Grains.Hours;
using Engagement.Grains.Imports;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Publications;
using Engagement.Grains.Stars;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Agenda;

/// <summary>An entry of the agenda names its kind and its owner: <c>kind:owner-id:rest</c>. The score is the instant it is due.</summary>
internal static class AgendaEntry
{
    /// <summary>
    /// When a message, or the next step of a void, is due: at once, whatever its sender's clock says. By that clock's
    /// instant it would wait until the other clocks get there, hours when it runs far ahead.
    /// </summary>
    public const long AtOnce = 0;

    /// <summary>The call that carries the entry out; null for a kind that nobody owns.</summary>
    public static Func<Task>? Dispatch(string entry, CellGrains grains)
    {
        var parts = entry.Split(':');
        if (parts.Length < 2)
        {
            return null;
        }

        return parts[0] switch
        {
            "offer" or "void" or "check" when RoseId.TryParse(parts[1], out var rose) => () => grains.Rose(rose).Due(rose, entry),
            "bouquet" when BouquetId.TryParse(parts[1], out var bouquet) => () => grains.Bouquet(bouquet).Due(entry),
            "restore" or "leftover" when ParticipantId.TryParse(parts[1], out var person) => () => grains.Participant(person).Due(entry),
            "notice" or "digest" or "erase" when ParticipantId.TryParse(parts[1], out var told) => () => grains.Notices(told).Due(entry),
            "paper" when int.TryParse(parts[1], out var batch) => () => grains.Batch(batch).Due(entry),
            "boards" when PublicationPeriod.TryParse(parts[1], out var period) => () => grains.Publication(period).Due(entry),
            "act" when CivicActId.TryParse(parts[1], out var act) => () => grains.Act(act).Due(entry),
            "media" => () => grains.Media(parts[1]).Due(entry),
            ProtectionEffects.LookKind when CivicActId.TryParse(parts[1], out var deed) => () => grains.Protection(deed).Due(entry),
            "photo" or PhotoEffects.KeepKind or PhotoEffects.DropKind when PhotoHash.IsOne(parts[1]) => () => grains.Photo(parts[1]).Due(entry),
            "affiliate" when ParticipantId.TryParse(parts[1], out var rider) => () => grains.Participant(rider).Due(entry),
            "enrol" or "dismiss" or "depart" when ParticipantId.TryParse(parts[1], out var courier) => () => grains.Courier(courier).Due(entry),
            "hours" or "volunteer" or VolunteerEffects.AdoptKind or VolunteerEffects.RefusedKind or VolunteerEffects.MergedKind
                or VolunteerEffects.UnguardKind or VolunteerEffects.ResealKind when ParticipantId.TryParse(parts[1], out var volunteer) => () => grains.Volunteer(volunteer).Due(entry),
            VolunteerEffects.FreeKind when RealNameKey.TryParse(parts[1], out var number) => () => grains.RealName(number).Due(entry),
            "team" => () => grains.Team(parts[1]).Due(entry),
            "activity" when ActivityId.TryParse(parts[1], out var activity) => () => grains.Activity(activity).Due(entry),
            "makeup" when MakeUpId.TryParse(parts[1], out var makeUp) => () => grains.MakeUp(makeUp).Due(entry),
            FilingEffects.StepKind => () => grains.FilingBatch(parts[1]).Due(entry),
            ImportEffects.StepKind => () => grains.HourImport(parts[1]).Due(entry),
            ImportEffects.RowKind when HourRowId.TryParse(parts[1], out var row) => () => grains.HourRow(row).Due(entry),
            "correction" when CorrectionId.TryParse(parts[1], out var correction) => () => grains.Correction(correction).Due(entry),
            HourEffects.WatchMessage or "watching" when ActivityId.TryParse(parts[1], out var watched) => () => grains.HoursWatch(watched).Due(entry),
            StarEffects.Kind when ParticipantId.TryParse(parts[1], out var starred) => () => grains.Stars(starred).Due(entry),
            "free" when PhoneKey.TryParse(parts[1], out var phone) => () => grains.Roster(phone).Due(entry),
            "import" => () => grains.Import(parts[1]).Due(entry),
            "thank" when ParticipantId.TryParse(parts[1], out var thanked) => () => grains.Nominations(thanked).Due(entry),
            "leave" => () => grains.Follower(parts[1]).Due(entry),
            _ => null,
        };
    }

    /// <summary>A message to another record is primary data; every other entry is derived from its owner's record.</summary>
    public static bool IsMessage(string entry) => entry.Split(':', 2)[0] is "restore" or "leftover" or "notice" or "erase" or "check"
        or PhotoEffects.KeepKind or PhotoEffects.DropKind or ProtectionEffects.LookKind
        or "affiliate" or "enrol" or "dismiss" or "depart" or "free" or "thank" or HourEffects.Message or HourEffects.WatchMessage
        or VolunteerEffects.FreeKind or VolunteerEffects.AdoptKind or VolunteerEffects.RefusedKind or VolunteerEffects.MergedKind
        or VolunteerEffects.UnguardKind or VolunteerEffects.ResealKind;
}
