using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Filings;

/// <summary>The rules of a batch. Pure and synchronous.</summary>
internal static class FilingBatchRules
{
    /// <summary>It is made, on the record.</summary>
    public static void Open(FilingBatchState batch, string id, ParticipantId by, string organisation, IReadOnlyList<FilingLine> lines, HourMoment moment)
    {
        HourCommands.Differ(batch, () =>
        {
            (batch.Id, batch.Organisation, batch.By, batch.At) = (id, organisation, by, moment.Milliseconds);
            batch.Lines = [.. lines.DistinctBy(line => line.Entry)];
        });
        batch.Follow(HourCommands.Audit(moment, "hours.filing", $"{organisation}:{id}", by, string.Create(CultureInfo.InvariantCulture, $"{batch.Lines.Count} lines")));
    }

    /// <summary>Answers are read in, on the record.</summary>
    public static Receipt Answer(FilingBatchState batch, CommandId command, ParticipantId by, bool runs, IReadOnlyList<FilingAnswer> answers, HourMoment moment) =>
        HourCommands.Once(batch, batch.Commands, command, Content.Of([.. answers.Select(answer => $"{answer.Entry}{answer.Accepted}{answer.Reason}")]), moment, () =>
        {
            if (!runs)
            {
                return new(Outcome.Forbidden);
            }

            if (answers.Count is 0 or > IFilingBatchGrain.Most)
            {
                return new(Outcome.Invalid, "answers");
            }

            if (answers.Any(answer => !answer.Accepted && answer.Reason.Length is 0 or > FilingAnswer.LongestReason))
            {
                return new(Outcome.Invalid, "reason");
            }

            batch.Follow(HourCommands.Audit(moment, "hours.filing-answers", $"{batch.Organisation}:{batch.Id}", by,
                string.Create(CultureInfo.InvariantCulture, $"{answers.Count(answer => answer.Accepted)} accepted, {answers.Count(answer => !answer.Accepted)} rejected")));
            return Receipt.Done;
        });
}
