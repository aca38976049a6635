using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Tests.Infra;
using Engagement.Tests.Site;
using Engagement.Web.Sight;

namespace Engagement.Tests.Sight;

/// <summary>What a loaded city measures is what dashboard and rules ask for; every alert has its page; nobody is in a tag.</summary>
public sealed partial class SightTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static IEnumerable<string> Expressions() => Rules().Concat(Panels());

    [Fact]
    public async Task DashboardAndRules_AskOnlyForWhatALoadedCityMeasures()
    {
        var (series, labels) = (new ConcurrentDictionary<string, byte>(), new ConcurrentDictionary<string, byte>());
        var values = new ConcurrentDictionary<string, byte>();
        using var listener = Listen((instrument, tags) =>
        {
            var kind = instrument.GetType().GetGenericTypeDefinition();
            foreach (var name in PromText.Series(instrument.Name, instrument.Unit, kind == typeof(Histogram<>), kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>)))
            {
                series[name] = 0;
            }

            foreach (var tag in tags)
            {
                labels[tag.Key.Replace('.', '_')] = 0;
                if (instrument.Meter.Name.StartsWith("Engagement", StringComparison.Ordinal))
                {
                    values[tag.Value?.ToString() ?? ""] = 0;
                }
            }
        });
        var (an, bo) = (await site.PersonAsync("量表甲"), await site.PersonAsync("量表乙"));
        var (rose, secret) = await an.Give();
        Assert.Equal(HttpStatusCode.OK, (await bo.Claim(rose, secret)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await bo.Claim(rose, "wrong")).Status);
        await an.Give();
        site.Clock.Advance(TimeSpan.FromHours(25)); // nobody takes it: the agenda brings it back
        await site.Swept();
        listener.RecordObservableInstruments();
        GC.Collect();
        listener.RecordObservableInstruments();

        var asked = Expressions().SelectMany(PromText.Metrics).Distinct().ToArray();
        Assert.Contains("engagement_commands_total", asked);
        Assert.Empty(asked.Except(series.Keys));
        string[] resource = ["service_instance_id", "http_response_status_code", "http_route"]; // of the resource, and of routes and codes that a request must have
        Assert.Empty(Expressions().SelectMany(PromText.Labels).Distinct().Except(labels.Keys).Except(resource.Where(label => label == "service_instance_id" || labels.ContainsKey(label))));
        Assert.All([an.Id, bo.Id, rose, secret], who => Assert.DoesNotContain(values.Keys, value => value.Contains(who, StringComparison.Ordinal)));
        Assert.All(values.Keys, value => Assert.InRange(value.Length, 1, 60));
    }

    [Theory]
    [InlineData("sum(rate(engagement_gifts_total[5m]))", "engagement_gifts_total")]
    [InlineData("sum by (kind) (rate(engagement_commands_total{outcome=\"Done\"}[5m]))", "engagement_commands_total")]
    public void Metrics_OfAnExpression_AreFound(string expression, string metric) => Assert.Equal([metric], PromText.Metrics(expression));

    [Fact]
    public void Alerts_EachHasItsPage()
    {
        var page = Tree.Read(Path.Combine(Tree.Root, "docs/sight.md"));
        var headings = Heading().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();
        var rules = Tree.Read(Path.Combine(Tree.Root, "infra/sight/rules.yaml"));
        var alerts = Alert().Matches(rules).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(10, alerts.Length);
        Assert.Empty(alerts.Except(headings));
        Assert.Empty(headings.Except(alerts));
        Assert.All(alerts, alert => Assert.Contains($"docs/sight.md#{alert.ToLowerInvariant()}\"", rules, StringComparison.Ordinal));
    }

    [Fact]
    public void Trace_ThatLeaves_KeepsTheRouteAndNothingOfTheAddress()
    {
        using var activity = new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn");
        activity.Start();
        activity.SetTag("http.request.method", "GET").SetTag("http.route", "r/{id}").SetTag("http.response.status_code", 200);
        foreach (var tag in ScrubbedTraces.Tags)
        {
            activity.SetTag(tag, "/r/abc?k=secret");
        }

        activity.DisplayName = "GET /r/abc?k=secret";
        using var scrub = new ScrubbedTraces();
        scrub.OnEnd(activity);
        Assert.Equal("GET r/{id}", activity.DisplayName);
        Assert.DoesNotContain(activity.TagObjects, tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public void TraceOfAGrainCall_KeepsWhatWasCalledAndNotWhose()
    {
        using var source = new ActivitySource(SightSetup.Grains);
        using var listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        using var activity = source.StartActivity("IParticipantGrain/Self")!;
        activity.SetTag("orleans.rpc.service", "IParticipantGrain").SetTag("rpc.method", "Self");
        activity.SetTag("orleans.rpc.target_id", "participant/7f3a").SetTag("orleans.rpc.source_id", "rose/11").SetTag("anything.new", "7f3a");
        using var scrub = new ScrubbedTraces();
        scrub.OnEnd(activity);
        Assert.Equal("IParticipantGrain/Self", activity.DisplayName);
        Assert.Equal(["orleans.rpc.service", "rpc.method"], activity.TagObjects.Select(tag => tag.Key).Order());
    }

    private static MeterListener Listen(Action<Instrument, KeyValuePair<string, object?>[]> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (SightSetup.Meters.Contains(instrument.Meter.Name))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen(instrument, tags.ToArray()));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen(instrument, tags.ToArray()));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => seen(instrument, tags.ToArray()));
        listener.Start();
        return listener;
    }

    private static IEnumerable<string> Rules() =>
        Expression().Matches(Tree.Read(Path.Combine(Tree.Root, "infra/sight/rules.yaml"))).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Panels()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Tree.Root, "infra/sight/dashboards"), "*.json"))
        {
            using var dashboard = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var target in dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()))
            {
                yield return target.GetProperty("expr").GetString()!;
            }
        }
    }

    [GeneratedRegex(@"^\s*expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^### (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
