using System.IO.Compression;
using System.Text;
using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Tests.Site;
using Engagement.Web.Imports;
using Engagement.Web.Sheets;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Engagement.Tests.Imports;

/// <summary>Files of hours as people and other systems write them, files that are something else, and the way out and in again.</summary>
[Collection(SiteTests.Name)]
public sealed class HourSheetTests(SiteUnderTest site)
{
    private const string Heading = "志愿者编号,来源系统,来源编号,原单位,服务内容,服务类别,开始时间,结束时间,时长";
    private const string Good = "ABCD-EFGH-JKLM,志愿汇,R1,北街社区,护河,生态环保,2026-01-07 09:00,2026-01-07 11:00,120";

    private HourSheetReader Reader => site.Services.GetRequiredService<HourSheetReader>();

    private SheetFormats Formats => site.Services.GetRequiredService<SheetFormats>();

    [Fact]
    public void Read_AGoodRow_IsWhatItSays()
    {
        var row = Assert.Single(Assert.Single(Read($"{Heading}\r\n{Good}\r\n").Parts).Rows);
        Assert.Equal(new HourImportRow(2, "ABCD-EFGH-JKLM", default, "志愿汇", "R1", "北街社区", "护河", "environment", At(9), 120), row);
    }

    [Theory]
    [InlineData(0, "", "volunteer", RowProblem.Missing)]
    [InlineData(0, "ABCDEFGHJKLMNPQRSTUVW", "volunteer", RowProblem.TooLong)]
    [InlineData(1, "a\u202Eb", "system", RowProblem.NoPlainText)]
    [InlineData(1, "", "system", RowProblem.Missing)]
    [InlineData(2, "", "source", RowProblem.Missing)]
    [InlineData(3, "", "unit", RowProblem.Missing)]
    [InlineData(3, "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长", "unit", RowProblem.TooLong)]
    [InlineData(4, "", "content", RowProblem.Missing)]
    [InlineData(5, "", "class", RowProblem.Missing)]
    [InlineData(5, "打游戏", "class", RowProblem.UnknownValue)]
    [InlineData(5, "courier-work", "class", RowProblem.NotService)]
    [InlineData(6, "", "from", RowProblem.Missing)]
    [InlineData(6, "昨天", "from", RowProblem.NoTime)]
    [InlineData(6, "2026-02-30 09:00", "from", RowProblem.NoTime)]
    [InlineData(7, "later", "to", RowProblem.NoTime)]
    [InlineData(7, "2026-01-07 08:00", "to", RowProblem.WrongSpan)]
    [InlineData(8, "two", "minutes", RowProblem.NoNumber)]
    [InlineData(8, "1.5", "minutes", RowProblem.NoNumber)]
    [InlineData(8, "0", "minutes", RowProblem.NoNumber)]
    [InlineData(8, "-5", "minutes", RowProblem.NoNumber)]
    [InlineData(8, "481", "minutes", RowProblem.NoNumber)]
    [InlineData(8, "121", "minutes", RowProblem.WrongSpan)]
    public void Read_OneFieldWrong_NamesRowFieldAndReason(int column, string written, string field, RowProblem problem)
    {
        var cells = Good.Split(',');
        cells[column] = written;
        var part = Assert.Single(Read($"{Heading}\r\n{Good.Replace("R1", "R0", StringComparison.Ordinal)}\r\n{string.Join(',', cells)}\r\n").Parts);
        Assert.Equal([new RowFault(3, field, problem)], part.Faults);
        Assert.Single(part.Rows);
    }

    [Fact]
    public void Read_InTheFuture_AndTheSameIdTwice_AreFaults()
    {
        var tomorrow = site.Clock.UtcNow.ToOffset(ShanghaiDay.Offset).AddDays(1).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var part = Assert.Single(Read($"{Heading}\r\n{Good}\r\n{Good}\r\nABCD-EFGH-JKLM,志愿汇,R2,北街社区,护河,生态环保,{tomorrow},,60\r\n").Parts);
        Assert.Equal([new(3, "source", RowProblem.Duplicate), new(4, "from", RowProblem.InFuture)], part.Faults);
    }

    [Fact]
    public void Read_IdNumbers_BecomeHmacs_AndAWrongOneIsNamed()
    {
        var number = Volunteers.People.Number(19900101);
        var part = Assert.Single(Read($"证件号码,服务记录编号,志愿团体名称,志愿项目名称,服务类别,服务开始时间,服务时长\r\n{number},R1,北街社区,护河,环境保护,2026-01-07 09:00:00,1.5\r\n"
            + $"{number[..17]}{(number[17] == '0' ? '1' : '0')},R2,北街社区,护河,环境保护,2026-01-07 09:00:00,1.5\r\n", "national").Parts);
        var row = Assert.Single(part.Rows);
        Assert.True(row is { Number: null, IdNumber.Value: var key, Minutes: 90, System: "全国志愿服务信息系统" } && key != Guid.Empty);
        Assert.DoesNotContain(number, row.ToString(), StringComparison.Ordinal);
        Assert.Equal([new RowFault(3, "idNumber", RowProblem.NoIdNumber)], part.Faults);
    }

    [Fact]
    public void Read_OtherEncodingsAndAWorkbook_AreTheSameRows()
    {
        var text = $"{Heading}\r\n{Good}\r\n";
        var expected = Read(text).Parts[0].Rows;
        Assert.Equal(expected, Sheet([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]).Parts[0].Rows);
        Assert.Equal(expected, Sheet(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text)).Parts[0].Rows);
        using var file = new MemoryStream();
        file.SaveAs(new[] { Heading.Split(',').Zip(Good.Split(',')).ToDictionary(cell => cell.First, cell => (object)(cell.First == "时长" ? 120d : cell.Second)) });
        Assert.Equal(expected, Sheet(file.ToArray()).Parts[0].Rows);
    }

    [Fact]
    public void Read_TenThousandRowsAThousandBad_NamesThemInPartsOfTwoHundredAndFifty()
    {
        var text = new StringBuilder(Heading).Append("\r\n");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append(i % 10 == 9 ? Good.Replace("R1", $"R{i}", StringComparison.Ordinal).Replace(",120", ",x", StringComparison.Ordinal) : Good.Replace("R1", $"R{i}", StringComparison.Ordinal)).Append("\r\n");
        }

        var sheet = Read(text.ToString());
        Assert.Equal((10_000, 40), (sheet.Rows, sheet.Parts.Count));
        Assert.All(sheet.Parts, part => Assert.Equal((225, 25), (part.Rows.Count, part.Faults.Count)));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => new RowFault(i * 10 + 11, "minutes", RowProblem.NoNumber)), sheet.Parts.SelectMany(part => part.Faults));
    }

    [Fact]
    public void Read_WhatIsNoSheetOfHours_SaysWhy()
    {
        SheetTrouble Trouble(byte[] bytes) => Reader.Read(bytes, Formats.All[0], "").Trouble;
        Assert.Equal(SheetTrouble.Empty, Trouble([]));
        Assert.Equal(SheetTrouble.Empty, Trouble(Encoding.UTF8.GetBytes(Heading)));
        Assert.Equal(SheetTrouble.NoColumn, Trouble("志愿者编号,时长\r\nA,1\r\n"u8.ToArray()));
        Assert.Equal(SheetTrouble.OldExcel, Trouble([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]));
        Assert.Equal(SheetTrouble.Unreadable, Trouble([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFE]));
        Assert.Equal(SheetTrouble.Unreadable, Trouble([.. "PK\u0003\u0004"u8, 1, 2, 3]));
        Assert.Equal(SheetTrouble.Unreadable, Trouble(Bomb()));
    }

    [Fact]
    public void WriteThenRead_AnyEntryInAnyFormat_IsTheSameService() =>
        Gen.Select(Gen.Int[0, 5_000_000], Gen.Int[1, 480], Gen.Int[0, 59], Gen.Int[0, 4].Select(i => new[] { "护河", "=1+1", "@北街", "a,\"b\"", "-x" }[i]), Gen.Bool).Sample((minute, minutes, second, title, national) =>
        {
            var format = Formats.All[national ? 1 : 0];
            var from = new DateTimeOffset(2016, 1, 1, 0, 0, 0, ShanghaiDay.Offset).ToUnixTimeMilliseconds() + (minute * 60L + second) * 1_000;
            var entry = new ServiceRecord(new(Guid.NewGuid()), default, 1, HourClass.Credit, minutes, "qilou-volunteers", default, title, "environment", null,
                from, from + minutes * 60_000L + 59_000, 0, default, false, "");
            var writer = site.Services.GetRequiredService<HourSheetWriter>();
            var file = Csv.Write([HourSheetWriter.Heading(format), writer.Row(format, entry, minutes, "ABCD-EFGH-JKLM", "北街社区")]);
            var (sheet, trouble) = Reader.Read(file, format, "");
            Assert.Equal(SheetTrouble.None, trouble);
            var row = Assert.Single(Assert.Single(sheet!.Parts).Rows);
            Assert.Equal((entry.Id.ToString(), title, "environment", minutes, from / 60_000), (row.Source, row.Title, row.ServiceClass, row.Minutes, row.From / 60_000));
        }, iter: 2_000);

    private static long At(int hour) => new DateTimeOffset(2026, 1, 7, hour, 0, 0, ShanghaiDay.Offset).ToUnixTimeMilliseconds();

    private HourSheet Read(string text, string format = "plain") => Sheet(Encoding.UTF8.GetBytes(text), format);

    private HourSheet Sheet(byte[] bytes, string format = "plain")
    {
        var (sheet, trouble) = Reader.Read(bytes, Formats.Find(format)!, "");
        Assert.Equal(SheetTrouble.None, trouble);
        return sheet!;
    }

    // A workbook of a few hundred kilobytes that unpacks to more than a hundred thousand rows can have.
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("xl/workbook.xml");
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 300; i++)
            {
                sheet.Write(zeros);
            }
        }

        return file.ToArray();
    }
}
