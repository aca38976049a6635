using Engagement.Contracts;
using Engagement.Grains.Hours;

namespace Engagement.Grains.Filings;

/// <summary>The rules of a filing: a service is out once at a time, in the newest batch, and only answers about that one count. Pure and synchronous.</summary>
internal static class FilingRules
{
    /// <summary>It goes out.</summary>
    public static void Send(FilingState filing, ServiceRecordId entry, string batch, string organisation, int place, int minutes, HourMoment moment)
    {
        // A batch that comes late, after a newer one: batches' names are in the order of their making.
        if (string.CompareOrdinal(filing.Batch, batch) >= 0 || !filing.Waits(minutes))
        {
            return;
        }

        HourCommands.Differ(filing, () =>
        {
            (filing.Entry, filing.Organisation, filing.Batch, filing.Place, filing.Minutes) = (entry, organisation, batch, place, minutes);
            (filing.Stage, filing.Reason, filing.Since) = (FilingStage.Sent, "", moment.Milliseconds);
            filing.Times++;
        });
    }

    /// <summary>The other system answered.</summary>
    public static void Answer(FilingState filing, string batch, bool accepted, string reason, HourMoment moment)
    {
        var (stage, why) = accepted ? (FilingStage.Accepted, "") : (FilingStage.Rejected, reason);
        if (filing.Stage != FilingStage.None && filing.Batch == batch && (filing.Stage, filing.Reason) != (stage, why))
        {
            HourCommands.Differ(filing, () => (filing.Stage, filing.Reason, filing.Since) = (stage, why, moment.Milliseconds));
        }
    }
}
