using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Web.Imports;

/// <summary>Writes hours by a format, so that what goes out here comes in elsewhere.</summary>
public sealed class HourSheetWriter(SeededCatalogue catalogue, Cell cell)
{
    private const string Ours = "Engagement";

    /// <summary>The headings of a format.</summary>
    public static IReadOnlyList<string> Heading(SheetFormat format) => [.. format.Fields.Select(field => field.Headings[0])];

    /// <summary>A line to be written over.</summary>
    public static IReadOnlyList<string> Sample(SheetFormat format) => [.. format.Fields.Select(field => field.Field switch
    {
        "volunteer" => "ABCD-EFGH-JKLM",
        "system" => "志愿汇",
        "source" => "2026-000123",
        "unit" => "北街社区志愿服务队",
        "content" => "护河清洁",
        "class" => "生态环保",
        "from" => Instant(new DateTimeOffset(2026, 3, 7, 9, 0, 0, ShanghaiDay.Offset).ToUnixTimeMilliseconds(), format),
        "to" => Instant(new DateTimeOffset(2026, 3, 7, 11, 0, 0, ShanghaiDay.Offset).ToUnixTimeMilliseconds(), format),
        "minutes" => Length(120, format),
        _ => "",
    })];

    /// <summary>One service as it stands.</summary>
    /// <param name="format">How.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="net">Minutes that it counts now, offsets included.</param>
    /// <param name="number">The volunteer's number; empty for a closed account.</param>
    /// <param name="unit">The organisation's name.</param>
    public IReadOnlyList<string> Row(SheetFormat format, ServiceRecord entry, int net, string number, string unit) => [.. format.Fields.Select(field => field.Field switch
    {
        "volunteer" => number,
        "system" => $"{Ours} {cell.Campaign}",
        "source" => entry.Id.ToString(),
        "unit" => unit,
        "content" => entry.Title,
        "class" => catalogue.Reference.Service(entry.ServiceClass)?.Title.Zh ?? entry.ServiceClass,
        "from" => Instant(entry.From, format),
        "to" => Instant(entry.To, format),
        "minutes" => Length(net, format),
        _ => "",
    })];

    private static string Instant(long at, SheetFormat format) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).ToString(format.Times[0], CultureInfo.InvariantCulture);

    private static string Length(int minutes, SheetFormat format) => format.Minutes == LengthUnit.Hours
        ? (minutes / 60m).ToString("0.####", CultureInfo.InvariantCulture) // four decimals find their way back to the minute
        : minutes.ToString(CultureInfo.InvariantCulture);
}
