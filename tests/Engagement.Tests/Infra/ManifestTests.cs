using k8s.Models;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Engagement.Tests.Infra;

/// <summary>k8s/ holds together: what is written is known to Kubernetes, what is named exists, and nobody runs with more than they need.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Files => [.. Tree.Manifests];

    [Theory, MemberData(nameof(Files))]
    public void Manifest_EachDocument_IsKnownToTheLastField(string file) => Assert.All(Tree.Documents(file), document => Assert.NotNull(Manifests.Parse(document)));

    [Fact]
    public void Manifest_WithAFieldThatDoesNotExist_IsRefused() =>
        Assert.Throws<YamlException>(() => Manifests.Parse(Tree.Read("k8s/base/web.yaml").Split("\n---\n")[0].Replace("readOnlyRootFilesystem", "readOnlyRoot", StringComparison.Ordinal)));

    [Fact]
    public void Pods_Each_RunWithoutRightsOnReadOnlyRoots() => Assert.All(Manifests.Pods(), workload =>
    {
        var (_, pod) = workload;
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.All(pod.Containers(), container =>
        {
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.True(container.Resources.Limits.ContainsKey("memory"));
            Assert.DoesNotContain(container.Env ?? [], variable => variable.Name.Contains("Secret", StringComparison.Ordinal) || variable.Name.Contains("Key", StringComparison.Ordinal));
        });
    });

    [Fact]
    public void Pods_WhatTheyMountAndRead_IsMadeByEachOverlay()
    {
        var claims = Manifests.All<V1PersistentVolumeClaim>().Select(claim => claim.Name()).Append("data-cell-0").ToHashSet();
        foreach (var overlay in Overlays)
        {
            var made = Kustomization(overlay).Concat(Kustomization("infra/kustomization.yaml")).ToList();
            string[] Names(string generator) => [.. made.Where(entry => entry.Key == generator).SelectMany(entry => entry.Value.OfType<Dictionary<object, object>>()).Select(one => (string)one["name"])];
            Assert.All(Manifests.Pods(), workload =>
            {
                var (_, pod) = workload;
                foreach (var volume in pod.Volumes)
                {
                    Assert.True(volume.ConfigMap is null || Names("configMapGenerator").Contains(volume.ConfigMap.Name));
                    Assert.True(volume.Secret is null || Names("secretGenerator").Contains(volume.Secret.SecretName));
                    Assert.True(volume.PersistentVolumeClaim is null || claims.Contains(volume.PersistentVolumeClaim.ClaimName));
                }

                foreach (var source in pod.Containers().SelectMany(container => container.EnvFrom ?? []))
                {
                    Assert.True(source.ConfigMapRef is null || Names("configMapGenerator").Contains(source.ConfigMapRef.Name));
                    Assert.True(source.SecretRef is null || Names("secretGenerator").Contains(source.SecretRef.Name));
                }
            });
        }
    }

    [Fact]
    public async Task Kustomizations_EachFileTheyName_ExistsOrIsMadeBySecrets()
    {
        var secrets = Directory.CreateTempSubdirectory("engagement-secrets-");
        Assert.Equal(0, (await Tree.Run("infra/secrets.sh", null, secrets.FullName)).Code);
        foreach (var kustomization in Tree.Kustomizations)
        {
            var folder = Path.Combine(Tree.Root, Path.GetDirectoryName(kustomization)!);
            foreach (var named in Named(kustomization))
            {
                var path = Path.GetFullPath(Path.Combine(folder, named));
                Assert.True(named.StartsWith("secrets/", StringComparison.Ordinal)
                    ? File.Exists(Path.Combine(secrets.FullName, Path.GetFileName(named)))
                    : File.Exists(path) || File.Exists(Path.Combine(path, "kustomization.yaml")), $"{kustomization} names {named}, which does not exist.");
            }
        }

        secrets.Delete(recursive: true);
    }

    [Fact]
    public void Ports_OfServicesProbesAndPolicies_AreThoseOfContainers()
    {
        var open = Manifests.Pods().SelectMany(workload => workload.Pod.Containers()).SelectMany(container => container.Ports ?? []).ToList();
        Assert.All(Manifests.All<V1Service>().SelectMany(service => service.Spec.Ports), port => Assert.Contains(open, one => one.Name == port.TargetPort.Value));
        Assert.All(Manifests.Pods().SelectMany(workload => workload.Pod.Containers()), container => Assert.All(
            new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.OfType<V1Probe>(),
            probe => Assert.Contains(container.Ports, one => one.Name == (probe.HttpGet?.Port ?? probe.TcpSocket.Port).Value)));
        var policies = Manifests.All<V1NetworkPolicy>().SelectMany(policy => (policy.Spec.Ingress ?? []).SelectMany(rule => rule.Ports ?? [])).Select(port => int.Parse(port.Port.Value, null));
        Assert.Equal(open.Select(one => one.ContainerPort).Distinct().Order(), policies.Distinct().Order());
    }

    private static IEnumerable<string> Overlays => Tree.Kustomizations.Where(file => file.Contains("overlays", StringComparison.Ordinal));

    private static Dictionary<string, List<object>> Kustomization(string file) => new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Tree.Read(file))
        .Where(entry => entry.Value is List<object>).ToDictionary(entry => entry.Key, entry => (List<object>)entry.Value);

    // Whatever ends up as a path: resources, and files and environments of generators and patches.
    private static IEnumerable<string> Named(string file) => Kustomization(file).SelectMany(entry => entry.Key switch
    {
        "resources" => entry.Value.Cast<string>(),
        "patches" => entry.Value.Cast<Dictionary<object, object>>().Select(patch => (string)patch["path"]),
        "configMapGenerator" or "secretGenerator" => entry.Value.Cast<Dictionary<object, object>>()
            .SelectMany(one => new[] { "envs", "files" }.Where(one.ContainsKey).SelectMany(key => ((List<object>)one[key]).Cast<string>())),
        _ => [],
    });
}
