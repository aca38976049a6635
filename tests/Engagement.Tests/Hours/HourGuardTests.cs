using System.Text.RegularExpressions;
using Engagement.Grains.Hours;
using Engagement.Tests.Look;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Hours;

/// <summary>Roses, civic acts and work never become hours: neither by their class nor by anybody who could write an entry (VH-10).</summary>
public sealed class HourGuardTests
{
    private static readonly string Source = Path.GetDirectoryName(TextFiles.Web)!;

    [Theory]
    [InlineData("rose")]
    [InlineData("civic-act")]
    [InlineData("paid-work")]
    [InlineData("meeting")]
    [InlineData("internal-training")]
    [InlineData("unknown")] // what the catalogue does not list
    [InlineData(null)]
    public void Refuses_WhatIsNoVolunteerService(string? serviceClass) => Assert.True(HourGuard.Refuses(serviceClass, new TestCatalogue()));

    [Fact]
    public void Refuses_Service_No() => Assert.False(HourGuard.Refuses("environment", new TestCatalogue()));

    [Fact]
    public void Entries_AreBornInOnePlace() => Assert.Equal(["HourRules.cs"], Files(@"new Birth\(ServiceState\.Kind|new ServiceState\b"));

    [Fact]
    public void Messages_OfHours_ComeFromFourSources() => Assert.Equal(
        ["AttendanceEffects.cs", "CorrectionEffects.cs", "HourRowRules.cs", "MakeUpEffects.cs"], Files(@"\$""hours:\{|HourEffects\.Message\}:"));

    [Fact]
    public void Entries_AreAppendedByTheVolunteersGrainAlone() => Assert.Equal(["VolunteerGrain.Hours.cs"], Files(@"HourRules\.(Record|Offset|Decide)\("));

    // Files of the product in which something is written, without the comments.
    private static string[] Files(string pattern) => [.. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
        .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, pattern)))
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
