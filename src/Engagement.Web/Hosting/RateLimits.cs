using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>How often one person or address may act (MA-04). Section "RateLimits".</summary>
public sealed class RateLimits
{
    /// <summary>Policy of sign-in, by address: people of one company share one.</summary>
    public const string Entry = "entry";

    /// <summary>Policy of commands, by person.</summary>
    public const string Commands = "commands";

    /// <summary>Policy of signing pages for the JS-SDK, by address.</summary>
    public const string Signatures = "signatures";

    /// <summary>Policy of reads that ask WeChat or try a scene, by person.</summary>
    public const string Codes = "codes";

    /// <summary>Policy of what companies' systems send, by address.</summary>
    public const string Companies = "companies";

    /// <summary>Policy of checking certificates, by address: nobody tries numbers and codes.</summary>
    public const string Certificates = "certificates";

    /// <summary>Certificates, parts and names that one address may check in a minute. Default 60.</summary>
    [Range(1, 100_000)] public int CertificatesPerMinute { get; set; } = 60;

    /// <summary>Requests of companies' systems from one address in a minute. Default 300.</summary>
    [Range(1, 100_000)] public int CompaniesPerMinute { get; set; } = 300;

    /// <summary>Codes and scenes of the mini program that one person may ask for in a minute. Default 60.</summary>
    [Range(1, 100_000)] public int CodesPerMinute { get; set; } = 60;

    /// <summary>Pages signed for one address in a minute: one for every page that WeChat's browser shows. Default 6,000.</summary>
    [Range(1, 10_000_000)] public int SignaturesPerMinute { get; set; } = 6_000;

    /// <summary>Sign-ins of one address in a minute. Default 600.</summary>
    [Range(1, 10_000_000)] public int EntriesPerMinute { get; set; } = 600;

    /// <summary>Commands of one person at once. Default 60.</summary>
    [Range(1, 100_000)] public int CommandBurst { get; set; } = 60;

    /// <summary>Commands of one person in a minute, in the long run. Default 60.</summary>
    [Range(1, 100_000)] public int CommandsPerMinute { get; set; } = 60;

    /// <summary>Pages and screens that listen to the city's totals at once in this process; each holds a connection. Default 20,000.</summary>
    [Range(1, 1_000_000)] public int Listeners { get; set; } = 20_000;

    /// <summary>Of these, from one address; people of one company or one mobile network share one. Default 2,000.</summary>
    [Range(1, 1_000_000)] public int ListenersPerAddress { get; set; } = 2_000;

    /// <summary>
    /// Requests under way at once in this process; a quarter more wait, the rest are answered 503 (docs/cluster.md). Default
    /// 2,000: what waits behind more than that is not answered within its second anyway.
    /// </summary>
    [Range(1, 1_000_000)] public int Concurrent { get; set; } = 2_000;

    internal static void Configure(RateLimiterOptions limiter, RateLimits limits)
    {
        limiter.AddPolicy(Entry, context => ByAddress(context, limits.EntriesPerMinute));
        limiter.AddPolicy(Signatures, context => ByAddress(context, limits.SignaturesPerMinute));
        limiter.AddPolicy(Companies, context => ByAddress(context, limits.CompaniesPerMinute));
        limiter.AddPolicy(Certificates, context => ByAddress(context, limits.CertificatesPerMinute));
        limiter.AddPolicy(Codes, context => RateLimitPartition.GetTokenBucketLimiter(context.User.ParticipantId(), _ => Bucket(limits.CodesPerMinute, limits.CodesPerMinute)));
        limiter.AddPolicy(Commands, context => HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter(default(ParticipantId))
            : RateLimitPartition.GetTokenBucketLimiter(context.User.ParticipantId(), _ => Bucket(limits.CommandBurst, limits.CommandsPerMinute)));
        limiter.OnRejected = async (context, cancel) =>
        {
            var http = context.HttpContext;
            http.Response.StatusCode = OutcomeProblem.Status(Outcome.SlowDown);
            http.Response.Headers.RetryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) : "5";
            if (!http.Request.Path.StartsWithSegments("/api"))
            {
                return; // pages show their own panel
            }

            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(
                new() { HttpContext = http, ProblemDetails = OutcomeProblem.Details(Outcome.SlowDown) });
        };
    }

    private static RateLimitPartition<string> ByAddress(HttpContext context, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Bucket(perMinute, perMinute));

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perMinute) => new()
    {
        TokenLimit = burst, TokensPerPeriod = Math.Max(1, perMinute / 6), ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0,
    };
}
