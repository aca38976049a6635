using System.Text.Json;
using Engagement.Rig.City;

namespace Engagement.Rig.History;

/// <summary>Turns answers of the HTTP API into what a history keeps of them.</summary>
internal static class ApiAnswers
{
    /// <summary>The outcome. Whatever is no clear answer of the product is unknown.</summary>
    public static string Outcome(Call call) => call.Done ? Operation.Done
        : call.Status is >= 400 and < 500 && Enum.TryParse<Contracts.Outcome>(call.Outcome, out var outcome) ? outcome.ToString()
        : Operation.Unknown;

    /// <summary>The facts of an answer that says yes; empty for a refusal.</summary>
    public static OperationAnswer Facts(OperationKind kind, Call call) => !call.Done ? new() : kind switch
    {
        OperationKind.Send => Offered(call) with { Rose = call.Text("roseId"), Remaining = (int)call.Number("remainingToday") },
        OperationKind.Offer => Offered(call),
        OperationKind.SendBouquet => Offered(call) with { Bouquet = call.Text("bouquetId") },
        OperationKind.Claim => new() { Hop = (int)call.Number("hop") },
        OperationKind.ClaimShare => new() { Won = [.. call.Body.GetProperty("roseIds").EnumerateArray().Select(id => id.GetString()!)] },
        OperationKind.ReadRose => new() { State = call.Text("state"), Hops = (int)call.Number("hops"), People = (int)call.Number("people") },
        OperationKind.ReadAllowance => Allowance(call.Body.GetProperty("allowance")),
        OperationKind.ReadBouquet => new()
        {
            RosesLeft = (int)call.Number("rosesLeft"), SharesLeft = (int)call.Number("sharesLeft"),
            Taken = call.Body.TryGetProperty("taken", out var taken) && taken.ValueKind == JsonValueKind.Array ? [.. taken.EnumerateArray().Select(n => n.GetInt32())] : null,
        },
        OperationKind.Advance => new() { Tries = call.Retries + 1 },
        _ => new(),
    };

    private static OperationAnswer Offered(Call call) => new()
    {
        Secret = OperationCall.SecretId(call.Text("secret")), Due = call.Body.GetProperty("expiresAt").GetDateTimeOffset().ToUnixTimeMilliseconds(),
    };

    private static OperationAnswer Allowance(JsonElement allowance) => new()
    {
        Remaining = allowance.GetProperty("remaining").GetInt32(), DayEnds = allowance.GetProperty("resetsAt").GetDateTimeOffset().ToUnixTimeMilliseconds(),
    };
}
