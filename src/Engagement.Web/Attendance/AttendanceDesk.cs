using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Attendance;

/// <summary>Makes what pages of attendance show: names, handles, sentences.</summary>
public sealed class AttendanceDesk(PeopleReader people, CellKeys keys, Links links, IStringLocalizer<Texts> texts)
{
    private const int NamelessDigits = 4;

    /// <summary>What a list calls a person: the same at every look, another one at another activity, and nobody's id.</summary>
    public string Handle(ActivityId activity, ParticipantId who) => keys.Handle(activity.Value, who.Value);

    /// <summary>Whom a list means by each handle.</summary>
    public IReadOnlyDictionary<string, ParticipantId> Handles(ActivityId activity, AttendanceSheet sheet) =>
        sheet.Rows!.Select(row => row.Volunteer).Distinct().ToDictionary(who => Handle(activity, who));

    /// <summary>The names by which leaders know people; a few characters of the handle for those without.</summary>
    public async Task<Func<ParticipantId, string>> Names(ActivityId activity, IEnumerable<ParticipantId> of)
    {
        var names = await people.NamesFor(of);
        return who => names.GetValueOrDefault(who) ?? texts["Attendance.Nameless", Handle(activity, who)[..NamelessDigits]];
    }

    /// <summary>The sentence of an answer.</summary>
    public string Said(AttendanceReceipt receipt) =>
        texts["Attendance.Word." + receipt.Word, receipt.At == 0 ? "" : texts.Moment(At(receipt.At))];

    /// <summary>What a board's QR code says.</summary>
    public string BoardLink(ActivityId activity, int shift, AttendanceSide side, string code) => $"{links.Address}/activities/{activity}/scan/{shift}/{side}?c={code}";

    /// <summary>What a volunteer's QR code says.</summary>
    public string OwnLink(string code) => $"{links.Address}/v?c={code}";

    /// <summary>An instant of the record.</summary>
    public static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
