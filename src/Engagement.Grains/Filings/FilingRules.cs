using Engagement.Contracts;
using Engagement.Grains.Hours;

namespace Engagement.Grains.Filings;

/// <summary>The rules of a filing: a service is out once at a time, and what is right needs no second way. Pure and synchronous.</summary>
internal static class FilingRules
{
    /// <summary>It goes out.</summary>
    public static Receipt Send(FilingState filing, ServiceRecordId entry, SendFiling send, HourMoment moment)
    {
        if (filing.Batch == send.Batch)
        {
            return Receipt.Done;
        }

        if (!filing.Waits(send.Minutes))
        {
            return filing.Stage == FilingStage.None ? new(Outcome.Invalid, "minutes") : new(Outcome.AlreadyDecided);
        }

        HourCommands.Differ(filing, () =>
        {
            (filing.Entry, filing.Organisation, filing.Batch, filing.Number, filing.Minutes) = (entry, send.Organisation, send.Batch, send.Number, send.Minutes);
            (filing.Stage, filing.Reason, filing.Since) = (FilingStage.Sent, "", moment.Milliseconds);
            filing.Times++;
        });
        if (send.Number == 0)
        {
            filing.Follow(HourCommands.Audit(moment, "hours.filing", $"{send.Organisation}:{send.Batch}", send.By, ""));
        }

        return Receipt.Done;
    }

    /// <summary>The other system answered.</summary>
    public static Receipt Answer(FilingState filing, AnswerFiling answer, HourMoment moment)
    {
        if (filing.Stage == FilingStage.None || filing.Organisation != answer.Organisation)
        {
            return new(Outcome.NotFound);
        }

        if (!answer.Accepted && answer.Reason.Length is 0 or > AnswerFiling.LongestReason)
        {
            return new(Outcome.Invalid, "reason");
        }

        var (stage, reason) = answer.Accepted ? (FilingStage.Accepted, "") : (FilingStage.Rejected, answer.Reason);
        if ((filing.Stage, filing.Reason) != (stage, reason))
        {
            HourCommands.Differ(filing, () => (filing.Stage, filing.Reason, filing.Since) = (stage, reason, moment.Milliseconds));
        }

        return Receipt.Done;
    }
}
