using System.IO.Compression;
using System.Text;
using Engagement.Web.Sheets;
using Engagement.Web.Companies;
using MiniExcelLibs;

namespace Engagement.Tests.Couriers;

/// <summary>Files as spreadsheets write them, and files that are something else.</summary>
public sealed class RosterFileTests
{
    private const string Rows = "手机号,姓名,站点,工号\r\n13900000001,张三,北街站,A1\r\n13900000002,\"李,四\",\"南\"\"门\"\"站\",A2\r\n";

    [Fact]
    public void Read_Utf8WithMark_HasAllRows() => IsTheRoster(RosterFile.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Rows)], 10));

    [Fact]
    public void Read_Gb18030_AsChineseExcelWrites_HasAllRows() =>
        IsTheRoster(RosterFile.Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Rows), 10));

    [Fact]
    public void Read_LineFeedsOnly_HasAllRows() => IsTheRoster(RosterFile.Read(Encoding.UTF8.GetBytes(Rows.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd()), 10));

    [Fact]
    public void Read_Workbook_NumbersAreDigits()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { 手机号 = 13900000001d, 姓名 = "张三", 站点 = "北街站", 工号 = "A1" }, new { 手机号 = 13900000002d, 姓名 = "李,四", 站点 = "南\"门\"站", 工号 = "A2" } });
        IsTheRoster(RosterFile.Read(file.ToArray(), 10));
    }

    [Fact]
    public void Read_OtherHeadingsAndEmptyLines_KeepTheFilesOwnLines()
    {
        var (rows, trouble) = RosterFile.Read("Name;Mobile (required)\n\nZhang;13900000001\n;\nLi;13900000002"u8.ToArray(), 10);
        Assert.Equal(SheetTrouble.None, trouble);
        Assert.Equal([new(3, "13900000001", "Zhang"), new(5, "13900000002", "Li")], rows);
    }

    [Theory]
    [InlineData("", SheetTrouble.Empty)]
    [InlineData("手机号,姓名\r\n", SheetTrouble.Empty)]
    [InlineData("姓名,站点\r\n张三,北街站\r\n", SheetTrouble.NoColumn)]
    [InlineData("手机号\r\n1\r\n2\r\n3\r\n", SheetTrouble.TooLarge)]
    [InlineData("\0\0\0", SheetTrouble.Unreadable)]
    public void Read_WhatIsNoRoster_SaysWhy(string text, SheetTrouble why) => Assert.Equal(why, RosterFile.Read(Encoding.UTF8.GetBytes(text), 2).Trouble);

    [Fact]
    public void Read_OldWorkbook_SaysHowToSaveIt() => Assert.Equal(SheetTrouble.OldExcel, RosterFile.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], 10).Trouble);

    [Fact]
    public void Read_PictureOrTornWorkbook_IsUnreadable()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { 手机号 = "13900000001" } });
        Assert.Equal(SheetTrouble.Unreadable, RosterFile.Read(file.ToArray()[..^200], 10).Trouble);
        Assert.Equal(SheetTrouble.Unreadable, RosterFile.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFE], 10).Trouble);
    }

    [Fact]
    public void Read_ArchiveThatUnpacksToHundredsOfMegabytes_IsNotUnpacked()
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

        Assert.True(file.Length < 2_000_000);
        Assert.Equal(SheetTrouble.Unreadable, RosterFile.Read(file.ToArray(), 10).Trouble);
    }

    [Fact]
    public void Write_CellsThatASpreadsheetWouldCarryOut_AreText()
    {
        var text = Encoding.UTF8.GetString(Csv.Write([["=1+1", "+86", "@x", "a,b", "say \"hi\"", "好"]]));
        Assert.Equal("\uFEFF'=1+1,'+86,'@x,\"a,b\",\"say \"\"hi\"\"\",好\r\n", text);
    }

    private static void IsTheRoster((IReadOnlyList<RosterCells> Rows, SheetTrouble Trouble) read)
    {
        Assert.Equal(SheetTrouble.None, read.Trouble);
        Assert.Equal([new(2, "13900000001", "张三", "北街站", "A1"), new(3, "13900000002", "李,四", "南\"门\"站", "A2")], read.Rows);
    }
}
