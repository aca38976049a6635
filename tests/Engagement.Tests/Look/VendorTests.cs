using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Look;

/// <summary>What was copied in from others is what the lock says, with its licence, and nothing else.</summary>
public sealed class VendorTests
{
    private static readonly string Library = Path.Combine(LookHost.WebRoot, "lib");

    [Fact]
    public void Files_InLib_AreThoseOfTheLock()
    {
        var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(LookHost.WebRoot, "..", "ui", "vendor.lock.json"))).RootElement.EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("file").GetString()!, entry => entry.GetProperty("sha256").GetString()!);
        var found = Directory.EnumerateFiles(Library, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Library, file).Replace('\\', '/'), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        Assert.Equal(locked.OrderBy(file => file.Key, StringComparer.Ordinal), found.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Packages_EachHasItsLicenceBesideIt() =>
        Assert.All(Directory.EnumerateDirectories(Library), folder => Assert.True(File.Exists(Path.Combine(folder, "LICENSE")), folder));

    [Fact]
    public void Files_LoadNothingFromElsewhere() => Assert.All(Directory.EnumerateFiles(Library, "*.css", SearchOption.AllDirectories), file =>
        Assert.DoesNotMatch(@"url\((?!\s*[""']?(?:data:|#))", Regex.Replace(File.ReadAllText(file), @"/\*.*?\*/", "", RegexOptions.Singleline)));
}
