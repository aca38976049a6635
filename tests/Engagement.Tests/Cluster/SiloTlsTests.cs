using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>Silos that speak TLS to each other, and to nobody without a certificate of their authority.</summary>
public sealed class SiloTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new("city");
    private readonly TestAuthority _stranger = new("elsewhere");

    [RedisFact]
    public async Task TwoSilos_OfOneAuthority_AreOneCityAndRefuseStrangers()
    {
        await using var city = await ProcessCity.StartAsync();
        var ports = new[] { RedisServer.FreePort(), RedisServer.FreePort() };
        var copies = ports.Select((port, i) => city.Start(With(_authority.Issue($"silo{i}"), _authority, port))).ToArray();
        foreach (var copy in copies)
        {
            await copy.Becomes("/health/ready", HttpStatusCode.OK); // each has reached the other
        }

        for (var i = 0; i < 8; i++)
        {
            var person = await city.Enter(copies[i % 2], "加密" + i); // whose grains are in one of the two
            Assert.Equal(HttpStatusCode.Created, (await ProcessCity.Ask(copies[0], person, HttpMethod.Post, "/roses", ApiPerson.Rose())).Status);
            Assert.Equal(HttpStatusCode.Created, (await ProcessCity.Ask(copies[1], person, HttpMethod.Post, "/roses", ApiPerson.Rose())).Status);
        }

        Assert.True(await IsRefused(ports[0], null), "without a certificate");
        Assert.True(await IsRefused(ports[0], _stranger.Issue("stranger")), "with another authority's");
        Assert.True(await IsRefused(ports[0], _authority.Issue("other", "another-cluster")), "with another name");
        Assert.True(await IsRefused(ports[0], _authority.Issue("old", expired: true)), "with one that is over");
        Assert.True(await IsPlainRefused(ports[0]), "without TLS");
        Assert.Equal(0, await city.Start([], "recount").Ends());
    }

    [RedisFact]
    public async Task Silo_WithoutCertificate_NeverJoins()
    {
        await using var city = await ProcessCity.StartAsync();
        var member = city.Start(With(_authority.Issue("silo"), _authority, RedisServer.FreePort()));
        await member.Becomes("/health/ready", HttpStatusCode.OK);
        var stranger = city.Start([]);
        await using var control = await ConnectionMultiplexer.ConnectAsync(city.Control.Connection);
        await Eventually.HoldsAsync(async () => await control.GetDatabase().HashLengthAsync("engagement/members/engagement") == 3, "it has written its row");
        var person = await city.Enter(member, "安全");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await ProcessCity.Ask(member, person, HttpMethod.Post, "/roses", ApiPerson.Rose())).Status);
        }

        Assert.NotEqual(HttpStatusCode.OK, await stranger.Status("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await member.Status("/health/ready"));
    }

    [RedisTheory, InlineData("Key", ""), InlineData("Authority", "/nowhere.pem")]
    public async Task Start_FileMissing_SaysWhichAndEnds(string key, string value)
    {
        await using var city = await ProcessCity.StartAsync();
        var settings = With(_authority.Issue("silo"), _authority, RedisServer.FreePort());
        settings["Orleans:Tls:" + key] = value;
        var process = city.Start(settings);
        Assert.Equal(2, await process.Ends());
        Assert.Contains("Orleans:Tls:" + key, process.Output, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Start_CertificateOfAnotherAuthority_IsRefusedAtOnce()
    {
        await using var city = await ProcessCity.StartAsync();
        var process = city.Start(With(_stranger.Issue("silo"), _authority, RedisServer.FreePort()));
        Assert.Equal(2, await process.Ends());
        Assert.Contains("is not one of Orleans:Tls:Authority", process.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static Dictionary<string, string> With((string Certificate, string Key) own, TestAuthority authority, int port) => new()
    {
        ["Orleans:SiloPort"] = port.ToString(CultureInfo.InvariantCulture), ["Orleans:Tls:Certificate"] = own.Certificate,
        ["Orleans:Tls:Key"] = own.Key, ["Orleans:Tls:Authority"] = authority.File,
    };

    // Under TLS 1.3 the refusal of a client's certificate comes with the first read.
    private static async Task<bool> IsRefused(int port, (string Certificate, string Key)? own)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var tls = new SslStream(socket.GetStream(), false, static (_, _, _, _) => true);
        using var certificate = own is { } files ? X509Certificate2.CreateFromPemFile(files.Certificate, files.Key) : null;
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "engagement-silo", ClientCertificates = certificate is null ? [] : [certificate] });
            return await tls.ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) == 0;
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            return true;
        }
    }

    private static async Task<bool> IsPlainRefused(int port)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.GetStream().WriteAsync(new byte[64]);
        try
        {
            return await socket.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
