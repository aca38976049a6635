using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Engagement.Tests.Infra;

/// <summary>infra/compose.yaml as it ran in containers (docs/kubernetes.md): a silo that is started again is found again, and none starts before its stores.</summary>
public sealed class ComposeTests
{
    private const string Site = ":8080";

    private static readonly Dictionary<object, object> Services = Child(Compose(), "services");

    [Theory, InlineData("silo1"), InlineData("silo2")]
    public void Proxy_NamesEachSiloByAnAddressThatItKeeps(string silo)
    {
        var outside = (string)Child(Child(Child(Services, silo), "networks"), "outside")["ipv4_address"];
        var proxy = string.Join('\n', (List<object>)Child(Services, "proxy")["command"]);
        Assert.Contains(outside + Site, proxy, StringComparison.Ordinal);
        Assert.DoesNotContain(silo + Site, proxy, StringComparison.Ordinal); // nginx asks for a name once, when it starts
    }

    [Theory, InlineData("silo1"), InlineData("silo2")]
    public void Silo_AdvertisesTheAddressThatItHas(string silo) => Assert.Equal(
        Child(Child(Child(Services, silo), "networks"), "inside")["ipv4_address"], Child(Child(Services, silo), "environment")["Orleans__AdvertisedAddress"]);

    [Theory, InlineData("silo1"), InlineData("silo2")]
    public void Silo_WaitsForTheClustersRedisAndForTheSeedInTheCells(string silo)
    {
        var needed = Child(Child(Services, silo), "depends_on");
        Assert.Equal("service_started", Child(needed, "control")["condition"]);
        Assert.Equal("service_completed_successfully", Child(needed, "seed")["condition"]);
        Assert.Contains("cell", Child(Child(Services, "seed"), "depends_on").Keys);
    }

    private static Dictionary<object, object> Compose() => new DeserializerBuilder().Build()
        .Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(Tree.Read("infra/compose.yaml")))));

    private static Dictionary<object, object> Child(Dictionary<object, object> of, string name) => (Dictionary<object, object>)of[name];
}
