using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Hours;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>The rules of one row: it exists once, and counts only by its volunteer's word. Pure and synchronous.</summary>
internal static class HourRowRules
{
    /// <summary>An approved upload offers it.</summary>
    public static HourOfferResult Offer(HourRowState row, HourRowId id, HourOffer offer, HourMoment moment, ImportOptions options)
    {
        if (row.Stage != HourRowStage.None)
        {
            return row.Import == offer.Import ? HourOfferResult.Offered : IsSame(row, offer.Row) ? HourOfferResult.Known : HourOfferResult.Taken;
        }

        HourCommands.Differ(row, () =>
        {
            (row.Id, row.Stage, row.Volunteer, row.Import, row.Organisation, row.District, row.By) =
                (id, HourRowStage.Waiting, offer.Row.Volunteer, offer.Import, offer.Organisation, offer.District, offer.By);
            (row.System, row.Source, row.Unit, row.Title, row.ServiceClass) = (offer.Row.System, offer.Row.Source, offer.Row.Unit, offer.Row.Title, offer.Row.ServiceClass);
            (row.From, row.Minutes, row.OfferedAt, row.ApprovedAt) = (offer.Row.From, offer.Row.Minutes, moment.Milliseconds, offer.ApprovedAt);
            row.Until = moment.Now.AddDays(options.ConfirmDays).ToUnixTimeMilliseconds();
        });
        row.Follow([.. NoticeEffects.Wake(row.Volunteer, offer.Wake)]); // of all rows of a minute it is one entry
        return HourOfferResult.Offered;
    }

    /// <summary>The same service of the same person: what it is called may have changed since.</summary>
    public static bool IsSame(HourRowState row, HourImportRow other) => row.Volunteer == other.Volunteer && row.From == other.From && row.Minutes == other.Minutes;

    /// <summary>The volunteer's word.</summary>
    public static Receipt Answer(HourRowState row, CommandId command, ParticipantId by, MakeUpAnswer answer, HourMoment moment) =>
        HourCommands.Once(row, row.Commands, command, Content.Of("answer", answer.ToString()), moment, () =>
        {
            if (by != row.Volunteer)
            {
                return new(Outcome.NotFound);
            }

            if (!Enum.IsDefined(answer) || answer == MakeUpAnswer.None)
            {
                return new(Outcome.Invalid, "answer");
            }

            if (row.Stage != HourRowStage.Waiting)
            {
                return new(row.Stage == HourRowStage.Expired ? Outcome.Expired : Outcome.AlreadyDecided);
            }

            if (answer == MakeUpAnswer.Confirm && by == row.By)
            {
                return new(Outcome.Forbidden); // who approved the upload does not approve their own hours by it
            }

            row.Answer = answer;
            if (answer == MakeUpAnswer.Confirm)
            {
                row.Stage = HourRowStage.Confirmed;
                row.Follow(new Index(RoseEffects.Agenda, $"{HourEffects.Message}:{row.Volunteer}:{HourEffects.Row}:{row.Id}", AgendaEntry.AtOnce));
            }
            else
            {
                (row.Stage, row.Unit, row.Title) = (HourRowStage.Declined, "", "");
            }

            return Receipt.Done;
        });

    /// <summary>What was confirmed; null for nothing.</summary>
    public static AgreedHours? Agreed(HourRowState row, ParticipantId volunteer) => row.Stage == HourRowStage.Confirmed && row.Volunteer == volunteer
        ? new(new(row.System, row.Source, row.Unit, row.Title, row.ServiceClass, row.District, row.From, row.Minutes), row.By)
        : null;

    /// <summary>It waited long enough, once however often it is swept.</summary>
    public static void Expire(HourRowState row, string entry, HourMoment moment)
    {
        if (row.Stage == HourRowStage.Waiting && moment.Milliseconds >= row.Until && entry == ImportEffects.Entry(row.Id))
        {
            HourCommands.Step(row, entry, () => Empty(row));
        }
    }

    /// <summary>The account was closed.</summary>
    public static void Erase(HourRowState row)
    {
        if (row.Stage == HourRowStage.Waiting)
        {
            HourCommands.Differ(row, () => Empty(row));
        }
    }

    private static void Empty(HourRowState row) => (row.Stage, row.Unit, row.Title) = (HourRowStage.Expired, "", "");
}
