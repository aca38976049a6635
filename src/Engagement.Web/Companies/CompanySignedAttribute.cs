using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Couriers;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Companies;

/// <summary>
/// A request that a company's own system signed (IN-02): HMAC-SHA256 over method, path with query as sent, SHA-256 of the body, nonce
/// and time (docs/company-api.md). Whatever is wrong with it, the answer is the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CompanySignedAttribute : Attribute, IAsyncAuthorizationFilter
{
    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var options = services.GetRequiredService<IOptions<CourierOptions>>().Value;
        if (await Body(http.Request, options.BytesPerImport) is not { } body)
        {
            context.Result = OutcomeProblem.Result(Outcome.Invalid, "body", $"must have at most {options.BytesPerImport} bytes");
            return;
        }

        if (CompanySignature.Read(http.Request.Headers) is not { } signature || signature.Company is not { } company
            || !signature.IsInTime(services.GetRequiredService<ICampaignClock>().RealNow, options.ClockWindowSeconds)
            || !signature.IsOf(http.Request.Method, Target(http), body, services.GetRequiredService<CellKeys>().CompanySecret(signature.Key))
            || services.GetRequiredService<CompanyDesk>().Find(company) is not { } known
            || !await services.GetRequiredService<Calls>().Company(company, grain => grain.Accepts(signature.Key))
            || !await services.GetRequiredService<CompanyNonces>().Spend(signature.Key, signature.Nonce, TimeSpan.FromSeconds(options.ClockWindowSeconds * 3)))
        {
            context.Result = OutcomeProblem.Result(Outcome.SignInRequired);
            return;
        }

        http.Items[typeof(CompanySignedAttribute)] = (known, signature.Key);
    }

    /// <summary>Whose system signed, and with which key.</summary>
    internal static (Company Company, string Key) Signer(HttpContext http) => ((Company, string))http.Items[typeof(CompanySignedAttribute)]!;

    // As the caller wrote it: decoding and encoding again need not give the same bytes.
    private static string Target(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    // Kept for the action, which reads it again.
    private static async Task<byte[]?> Body(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        using var all = new MemoryStream();
        var buffer = new byte[16_384];
        for (var read = await request.Body.ReadAsync(buffer); read > 0; read = await request.Body.ReadAsync(buffer))
        {
            if (all.Length + read > most)
            {
                return null;
            }

            all.Write(buffer, 0, read);
        }

        var body = all.ToArray();
        request.Body = new MemoryStream(body, writable: false);
        return body;
    }
}
