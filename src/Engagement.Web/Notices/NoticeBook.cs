using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Participants;

namespace Engagement.Web.Notices;

/// <summary>Makes lines of a person's notices: names only as the two ends of a rose see them.</summary>
public sealed class NoticeBook(NoticeReader reader, PeopleReader people)
{
    /// <summary>How many notices a person has not read; 0 for a guest.</summary>
    public async Task<int> Unread(ParticipantId me) => me.IsNone ? 0 : (await reader.Read(me))?.Unread ?? 0;

    /// <summary>The lines and how many are not read; null for an unknown or closed account.</summary>
    public async Task<(IReadOnlyList<NoticeRow> Rows, int Unread)?> Of(ParticipantId me)
    {
        if (await reader.Read(me) is not { } inbox)
        {
            return null;
        }

        var others = inbox.Notices.Where(notice => !notice.Other.IsNone).ToLookup(notice => notice.Kind != NoticeKind.Arrived, notice => notice.Other);
        var names = await people.NamesFor(others[true]);
        var shown = await people.Read(others[false]); // nothing passed between the two yet: only a name that anybody may see
        return ([.. inbox.Notices.Select(notice => new NoticeRow(notice.Kind,
            notice.Kind == NoticeKind.Arrived ? shown.GetValueOrDefault(notice.Other)?.Name : names.GetValueOrDefault(notice.Other),
            notice.Number, notice.At, LinkOf(notice), notice.At > inbox.ReadUpTo, notice.About, notice.Why))], inbox.Unread);
    }

    private static string LinkOf(Notice notice) =>
        notice.Kind is NoticeKind.DeedHonoured or NoticeKind.DeedRefused ? "/courier/letters"
        : notice.Kind is NoticeKind.RecordCorrected or NoticeKind.RecordDeclined ? "/courier/record"
        : notice.Kind is NoticeKind.StarShown or NoticeKind.StarAwarded or NoticeKind.StarRefused ? "/me/stars"
        : notice.Kind is >= NoticeKind.IdentityClaimed and <= NoticeKind.IdentityPassed ? "/me/volunteer"
        : notice.Kind == NoticeKind.HoursOffered ? "/me/hours/imports"
        : !notice.Certificate.IsNone ? $"/me/certificates/{notice.Certificate}"
        : notice.Period.Length > 0 ? $"/boards/published/{notice.Period}"
        : !notice.Rose.IsNone ? $"/r/{notice.Rose}"
        : !notice.Bouquet.IsNone ? $"/b/{notice.Bouquet}"
        : !notice.Act.IsNone ? $"/courier/acts/{notice.Act}"
        : notice.Kind == NoticeKind.ActivityMissed ? $"/activities/{notice.Activity}/shifts/{notice.Shift}/feedback"
        : notice.Kind is NoticeKind.ActivityUnsettled or NoticeKind.ActivityOverdue or NoticeKind.ActivityLate ? $"/console/activities/{notice.Activity}/attendance"
        : !notice.Need.IsNone ? $"/needs/{notice.Need}"
        : !notice.Activity.IsNone ? $"/activities/{notice.Activity}"
        : notice.Kind == NoticeKind.Budget ? "/bouquets/new"
        : "/settings/name";
}
