using System.Text.Json;

namespace Engagement.Rig.City;

/// <summary>An answer of the city to one command or question, however often it had to be asked.</summary>
/// <param name="Status">HTTP status; 0 when nobody answered within the patience.</param>
/// <param name="Body">The body; undefined when there is none.</param>
/// <param name="Retries">How often it was asked again.</param>
/// <param name="Elapsed">From the first try to the answer.</param>
internal readonly record struct Call(int Status, JsonElement Body, int Retries, TimeSpan Elapsed)
{
    public bool Done => Status is 200 or 201 or 202;

    /// <summary>Done, or the outcome that a refusal names.</summary>
    public string Outcome => Done ? "Done"
        : Status == 0 ? "Unanswered"
        : Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("outcome", out var outcome) ? outcome.GetString()!
        : "Status" + Status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Text(string field) => Body.GetProperty(field).GetString()!;

    public long Number(string field) => Body.GetProperty(field).GetInt64();
}
