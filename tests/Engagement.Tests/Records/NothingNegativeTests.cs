using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Records;

namespace Engagement.Tests.Records;

/// <summary>No field, no message and no file takes a negative record of a person (CA-13): there is nowhere to put one.</summary>
public sealed partial class NothingNegativeTests
{
    private static readonly Type[] AboutPeople =
    [
        .. typeof(ICivicActGrain).Assembly.GetTypes().Where(type => type.IsPublic),
        .. typeof(CivicActState).Assembly.GetTypes().Where(type => type.Namespace is "Engagement.Grains.Acts" or "Engagement.Grains.Couriers" or "Engagement.Grains.Records"
            or "Engagement.Grains.Participants" or "Engagement.Grains.Publications" or "Engagement.Grains.Rankings"),
        .. typeof(Engagement.Web.Records.RecordController).Assembly.GetTypes().Where(type => type.Namespace is "Engagement.Web.Acts" or "Engagement.Web.Couriers" or "Engagement.Web.Records"
            or "Engagement.Web.Boards" or "Engagement.Web.Console"),
    ];

    [Fact]
    public void Names_OfFieldsParametersAndValues_NameNothingBad()
    {
        var names = AboutPeople.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(member => (member is MethodBase method ? method.GetParameters().Select(parameter => parameter.Name ?? "") : []).Append(member.Name).Select(name => $"{type.Name}.{name}"))
            .Append(type.Name)).Where(name => !name.Contains('<') && Bad().IsMatch(name));
        Assert.Empty(names);
    }

    [Fact]
    public void Score_OfAnAct_HasNoAmount()
    {
        Assert.DoesNotContain(typeof(LogAct).GetProperties().Concat(typeof(ActDetails).GetProperties()).Concat(typeof(ActDecision).GetProperties()).Concat(typeof(RecordCorrection).GetProperties()),
            property => property.PropertyType == typeof(int) || property.PropertyType == typeof(long) || property.PropertyType == typeof(decimal) || property.PropertyType == typeof(double));
        Assert.All(Enum.GetValues<EvidenceLevel>(), level => Assert.True(level >= 0));
    }

    [Fact]
    public void Record_HasNoCommandThatAdds() => Assert.Equal(
        ["Answer", "Ask", "Consent", "EndShare", "Forget", "Remove", "Share"], typeof(ICivicRecordGrain).GetMethods().Select(method => method.Name).Order());

    [Fact]
    public void Options_BelowE2_AreRefused()
    {
        var range = typeof(RecordOptions).GetProperty(nameof(RecordOptions.Level))!.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>()!;
        Assert.Equal((2, 3), (range.Minimum, range.Maximum));
    }

    [Theory]
    [InlineData("\"score\": -1")]
    [InlineData("\"points\": -5")]
    [InlineData("\"penalty\": true")]
    [InlineData("\"group\": \"offence\"")]
    public void Catalogue_WithAnythingElse_IsRefused(string extra)
    {
        using var folder = new ReferenceCopy();
        var file = Path.Combine(folder.Root, "acts.json");
        var text = File.ReadAllText(file);
        var changed = extra.StartsWith("\"group\"", StringComparison.Ordinal) ? text.Replace("\"group\": \"riding\"", extra, StringComparison.Ordinal) : text.Replace("{ \"id\": \"helmet\",", "{ \"id\": \"helmet\", " + extra + ",", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        File.WriteAllText(file, changed);
        Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder.Root, new Storage.TestModerator()));
    }

    [GeneratedRegex("Violat|Penal|Offen[cs]e|Demerit|Deduct|Punish|Misconduct|Misbehav|Blacklist|Negative|Infring|Unciv|Bad(?!Request|Http|Hash)|Score(?=.*-)|Fine(?!d)(?=[A-Z]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Bad();

    /// <summary>The shipped reference data in a folder of its own.</summary>
    private sealed class ReferenceCopy : IDisposable
    {
        public ReferenceCopy()
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "reference", "jiangmen"), "*.json"))
            {
                File.Copy(file, Path.Combine(Root, Path.GetFileName(file)));
            }
        }

        public string Root { get; } = Directory.CreateTempSubdirectory("reference-").FullName;

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
