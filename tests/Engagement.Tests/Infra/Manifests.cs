using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace Engagement.Tests.Infra;

/// <summary>Manifests as objects: an unknown field or kind fails.</summary>
internal static partial class Manifests
{
    private static readonly Dictionary<string, Func<string, object>> Kinds = new()
    {
        ["apps/v1/Deployment"] = Strict<V1Deployment>,
        ["apps/v1/StatefulSet"] = Strict<V1StatefulSet>,
        ["autoscaling/v2/HorizontalPodAutoscaler"] = Strict<V2HorizontalPodAutoscaler>,
        ["batch/v1/CronJob"] = Strict<V1CronJob>,
        ["batch/v1/Job"] = Strict<V1Job>,
        ["networking.k8s.io/v1/NetworkPolicy"] = Strict<V1NetworkPolicy>,
        ["policy/v1/PodDisruptionBudget"] = Strict<V1PodDisruptionBudget>,
        ["v1/Namespace"] = Strict<V1Namespace>,
        ["v1/PersistentVolumeClaim"] = Strict<V1PersistentVolumeClaim>,
        ["v1/Service"] = Strict<V1Service>,
        ["v1/ServiceAccount"] = Strict<V1ServiceAccount>,
    };

    public static object Parse(string document) =>
        Kinds.TryGetValue(Version().Match(document).Groups[1].Value + "/" + Kind().Match(document).Groups[1].Value, out var parse)
            ? parse(document)
            : throw new FormatException("Not a kind that this installation has:\n" + document);

    public static IEnumerable<T> All<T>() => Tree.Manifests.SelectMany(Tree.Documents).Select(Parse).OfType<T>();

    /// <summary>What each workload runs; patches of overlays change only numbers.</summary>
    public static IEnumerable<(string Name, V1PodSpec Pod)> Pods() =>
        Tree.Manifests.Where(file => !file.Contains("overlays", StringComparison.Ordinal)).SelectMany(Tree.Documents).Select(Parse).Select(manifest => manifest switch
        {
            V1Deployment deployment => (deployment.Name(), deployment.Spec.Template.Spec),
            V1StatefulSet set => (set.Name(), set.Spec.Template.Spec),
            V1CronJob cron => (cron.Name(), cron.Spec.JobTemplate.Spec.Template.Spec),
            V1Job job => (job.Name(), job.Spec.Template.Spec),
            _ => ("", null!),
        }).Where(pod => pod.Item2 is not null);

    public static IEnumerable<V1Container> Containers(this V1PodSpec pod) => [.. pod.InitContainers ?? [], .. pod.Containers];

    private static object Strict<T>(string document) => KubernetesYaml.Deserialize<T>(document, strict: true)!;

    [GeneratedRegex(@"^apiVersion: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"^kind: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
