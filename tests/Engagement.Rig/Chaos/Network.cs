using System.Diagnostics;
using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>
/// A network of this run alone: the Rig starts itself again inside a private network and mount namespace, each silo gets a
/// namespace of its own behind a bridge, and nft cuts what a fault wants cut. Nothing of it is seen outside, and all of it
/// ends with the run. Needs root, ip and nft.
/// </summary>
internal static class Network
{
    /// <summary>Where the Rig, both Redis and WeChat's emulator are, seen from every silo.</summary>
    public const string Hub = "10.77.0.1";

    private const string Inside = "ENGAGEMENT_RIG_INSIDE";

    /// <summary>Whether this process is already inside.</summary>
    public static bool IsInside => Environment.GetEnvironmentVariable(Inside) == "1";

    /// <summary>Address of a silo.</summary>
    public static string Address(int silo) => $"10.77.0.{11 + silo}";

    /// <summary>What is missing for it; null when nothing is.</summary>
    public static string? Missing() =>
        Environment.UserName != "root" ? "root"
        : new[] { "ip", "nft", "unshare" }.FirstOrDefault(tool => !Tools.IsInstalled(tool));

    /// <summary>Runs this very command line inside; its exit code.</summary>
    public static async Task<int> Enter(string[] arguments)
    {
        var start = new ProcessStartInfo("unshare", ["--net", "--mount", "--kill-child", "--fork", "dotnet", typeof(Network).Assembly.Location, .. arguments]);
        start.Environment[Inside] = "1";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Builds the bridge and a namespace for each silo.</summary>
    public static async Task Build(int silos)
    {
        await Tools.Run("mount", "-t", "tmpfs", "none", "/run"); // names of namespaces stay in this mount namespace
        await Ip("link set lo up");
        await Ip("link add hub type bridge");
        await Ip($"addr add {Hub}/24 dev hub");
        await Ip("link set hub up");
        for (var i = 0; i < silos; i++)
        {
            await Ip($"netns add {Name(i)}");
            await Ip($"link add v{i} type veth peer name eth0 netns {Name(i)}");
            await Ip($"link set v{i} master hub up");
            await Ip($"-n {Name(i)} addr add {Address(i)}/24 dev eth0");
            await Ip($"-n {Name(i)} link set eth0 up");
            await Ip($"-n {Name(i)} link set lo up");
            await Forward(i);
        }
    }

    /// <summary>The command line that runs a program in a silo's namespace; it keeps the process id.</summary>
    public static string[] In(int silo, params string[] command) => ["netns", "exec", Name(silo), .. command];

    /// <summary>Drops what a silo sends to, or gets from, an address (and a port of it, when one is named).</summary>
    /// <param name="name">Cuts of different names are healed apart.</param>
    public static Task Cut(int silo, string address, int? port, bool sending = true, bool receiving = true, string name = "cut")
    {
        var (to, from) = port is { } p ? (FormattableString.Invariant($" tcp dport {p}"), FormattableString.Invariant($" tcp sport {p}")) : ("", "");
        var rules = $$"""
            table ip {{name}} {
              chain sending { type filter hook output priority 0; policy accept;
                {{(sending ? $"ip daddr {address}{to} drop" : "")}}
              }
              chain receiving { type filter hook input priority 0; policy accept;
                {{(receiving ? $"ip saddr {address}{from} drop" : "")}}
              }
            }

            """;
        return Tools.Feed(rules, "ip", In(silo, "nft", "-f", "-"));
    }

    /// <summary>Ends every cut of a silo that has this name.</summary>
    public static Task Heal(int silo, string name = "cut") => Tools.Feed($"table ip {name}\ndelete table ip {name}\n", "ip", In(silo, "nft", "-f", "-"));

    /// <summary>A silo's connections to a port of the hub break, and lead to another one from now on. Ended as a cut of its name.</summary>
    public static Task Detour(int silo, int port, int through, string name)
    {
        var rules = FormattableString.Invariant($$"""
            table ip {{name}} {
              chain detour { type nat hook output priority -100;
                ip daddr {{Hub}} tcp dport {{port}} dnat to {{Hub}}:{{through}}
              }
              chain old { type filter hook output priority 0; policy accept;
                ip daddr {{Hub}} tcp dport {{port}} reject with tcp reset
              }
            }

            """);
        return Tools.Feed(rules, "ip", In(silo, "nft", "-f", "-"));
    }

    // WeChat's emulator may be spoken to without TLS on the loopback only: a silo's loopback leads to the hub.
    private static async Task Forward(int silo)
    {
        await Tools.Run("ip", In(silo, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/route_localnet"));
        var rules = FormattableString.Invariant($$"""
            table ip wechat {
              chain out { type nat hook output priority -100;
                ip daddr 127.0.0.1 tcp dport {{Topology.WeChatPort}} dnat to {{Hub}}
              }
              chain back { type nat hook postrouting priority 100;
                ip daddr {{Hub}} tcp dport {{Topology.WeChatPort}} masquerade
              }
            }

            """);
        await Tools.Feed(rules, "ip", In(silo, "nft", "-f", "-"));
    }

    private static string Name(int silo) => string.Create(CultureInfo.InvariantCulture, $"silo{silo}");

    private static Task Ip(string command) => Tools.Run("ip", command.Split(' '));
}
