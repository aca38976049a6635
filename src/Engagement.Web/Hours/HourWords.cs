using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Web.Boards;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Hours;

/// <summary>Puts entries of hours into one sentence of arithmetic each, in the reader's language.</summary>
public sealed class HourWords(IStringLocalizer<Texts> texts, Names names, IOptions<HourOptions> options)
{
    private const int MinutesPerHour = 60;

    /// <summary>Hours with one decimal, as the law's unit; the minutes are what is stored.</summary>
    public static string Hours(int minutes) => (minutes / (decimal)MinutesPerHour).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The organisation's name; as another system wrote it for imported hours.</summary>
    public string Organisation(ServiceRecord entry) => names.Organisation(entry.Organisation) ?? entry.Organisation;

    /// <summary>The sentence.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="about">Number of the entry that it corrects or decides; 0 for none.</param>
    public string Explain(ServiceRecord entry, int about = 0) => entry.Kind switch
    {
        EntryKind.Attended when entry.Proof is { } proof => Attended(entry, proof),
        EntryKind.MakeUp when entry.Proof is { } proof => texts["Hours.Say.MakeUp", Time(entry.From), Time(entry.To, entry.From), texts["Hours.Evidence." + proof.Evidence]] + Limits(entry) + Counts(entry),
        EntryKind.Imported => texts["Hours.Say.Imported", entry.Origin ?? ""] + Counts(entry),
        EntryKind.Offset => texts["Hours.Say.Offset", about, texts["Hours.Reason." + entry.Reason], Signed(entry.Minutes)],
        EntryKind.Released => texts["Hours.Say.Released", about, entry.Minutes, Hours(entry.Minutes)],
        _ => texts["Hours.Say.NotReleased", about, texts["Hours.Reason." + entry.Reason]],
    };

    private string Attended(ServiceRecord entry, ServiceProof proof)
    {
        var came = texts["Hours.Say.In", Time(proof.In)] + (proof.In < proof.Start ? texts["Hours.Say.Early", Time(proof.Start)] : "");
        if (proof.Out == 0)
        {
            return came + texts["Hours.Say.NoOut"] + Counts(entry);
        }

        var left = texts["Hours.Say.Out", Time(proof.Out, proof.In)] + (proof.Out > proof.End ? texts["Hours.Say.Late", Time(proof.End, proof.In)] : "");
        return came + left + Limits(entry) + Counts(entry);
    }

    // Why it counts less than the time between.
    private string Limits(ServiceRecord entry)
    {
        if (entry.Pending > 0)
        {
            return texts["Hours.Say.Held", entry.Pending];
        }

        var (there, limits) = (new HourSpan(entry.From, entry.To).Minutes, options.Value);
        return (there > limits.PerRecord ? texts["Hours.Say.PerRecord", Hours(limits.PerRecord)] : "")
            + (entry.Minutes < Math.Min(there, limits.PerRecord) ? texts["Hours.Say.PerDay", Hours(limits.PerDay)] : "");
    }

    private string Counts(ServiceRecord entry) => entry.Pending > 0 ? texts["Hours.Say.Waits"] : texts["Hours.Say.Counts", entry.Minutes, Hours(entry.Minutes)];

    // A time of the day on which it began; the next day's says so.
    private string Time(long at, long began = 0)
    {
        var time = Local(at).ToString("H:mm", CultureInfo.InvariantCulture);
        return began == 0 || Local(began).Date == Local(at).Date ? time : texts["Hours.Say.NextDay", time];
    }

    private static string Signed(int minutes) => minutes.ToString("+0;−0", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}
