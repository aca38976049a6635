using System.Text.RegularExpressions;
using Engagement.Web;
using Engagement.Web.Roses;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Infra;

/// <summary>Each setting that k8s/ and infra/ give the program is one that it reads: a name misspelt would be no error anywhere else.</summary>
public sealed partial class SettingNameTests
{
    // What .NET itself reads.
    private static readonly HashSet<string> Host = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "DOTNET_EnableDiagnostics"];

    [Fact]
    public void Settings_OfEveryFile_AreReadByTheProgram()
    {
        var names = Sources().SelectMany(file => Setting().Matches(Tree.Read(file)).Select(match => match.Value)).ToHashSet();
        Assert.Contains("Orleans__AdvertisedAddress", names);
        Assert.Contains("Control__Connection", names);
        Assert.Empty(Unread(names));
    }

    [Theory, InlineData("Site__Addres"), InlineData("Store__Timeout"), InlineData("Hosting__Drain__Seconds")]
    public void Setting_ThatDoesNotExist_IsFound(string name) => Assert.Equal([name], Unread(["Site__Name", name]));

    [Fact]
    public void Hosts_OfEveryFile_AreDotNets()
    {
        var names = Sources().SelectMany(file => HostName().Matches(Tree.Read(file)).Select(match => match.Value)).Distinct();
        Assert.Empty(names.Except(Host));
    }

    private static IEnumerable<string> Sources() => new[] { "Dockerfile" }
        .Concat(new[] { "k8s", "infra" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Tree.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("secrets/", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal) && Path.GetExtension(file) is ".yaml" or ".env" or ".sh"));

    // Composes the program with these settings and has it read all of its options.
    private static IEnumerable<string> Unread(IEnumerable<string> names)
    {
        var recorded = new RecordedSettings(names.Select(name => name.Replace("__", ":", StringComparison.Ordinal)).Concat(["Control:Connection", "Keys:Master"]).Distinct());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHosting).Assembly.GetName().Name });
        ((IConfigurationBuilder)builder.Configuration).Add(recorded);
        builder.AddEngagementWeb(silo => Clustering.AddRedis(silo, builder.Configuration));
        var options = builder.Services.Where(service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(service => service.ServiceType.GetGenericArguments()[0]).Where(type => type.Namespace!.StartsWith("Engagement", StringComparison.Ordinal)).ToHashSet();
        using var services = builder.Services.BuildServiceProvider();
        foreach (var type in options)
        {
            try
            {
                var value = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
                typeof(IOptions<>).MakeGenericType(type).GetProperty("Value")!.GetValue(value);
            }
            catch (System.Reflection.TargetInvocationException e) when (e.InnerException is OptionsValidationException or InvalidOperationException)
            {
                // Read, and not liked: the values here are made up.
            }
        }

        Assert.True(services.GetRequiredService<Links>().IsConfigured || !names.Contains("Site__Address")); // read when a link is made
        return names.Where(name => !recorded.Read.Contains(name.Replace("__", ":", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(?:__[A-Za-z0-9]+)+\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(?:ASPNETCORE|DOTNET)_[A-Za-z_]+\b")]
    private static partial Regex HostName();

    private sealed class RecordedSettings(IEnumerable<string> keys) : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Read { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = keys.ToDictionary(key => key, key => (string?)(key switch
        {
            "Keys:Master" => Convert.ToBase64String(new byte[32]),
            "Control:Connection" or "Store:Connection" => "127.0.0.1:1",
            _ => "1",
        }), StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Read.Add(key);
            return base.TryGet(key, out value);
        }
    }
}
