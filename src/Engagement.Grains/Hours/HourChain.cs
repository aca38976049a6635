using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>
/// The chain of a volunteer's entries (VH-08): the hash of an entry is SHA-256 over the hash before it, a line feed, and the entry in its one written form,
/// a JSON array in a fixed order. Who has the entries can compute it again with nothing but SHA-256 (docs/hours.md).
/// </summary>
public static class HourChain
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry with its place in the chain.</summary>
    public static ServiceRecord Link(ServiceRecord entry) => entry with { Hash = Hash(entry) };

    /// <summary>Whether the entry is as it was when it was recorded.</summary>
    public static bool Holds(ServiceRecord entry) => entry.Hash == Hash(entry);

    /// <summary>What the hash is over, the hash before it aside.</summary>
    public static string Written(ServiceRecord entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartArray();
            json.WriteStringValue("engagement-hours-1");
            json.WriteStringValue(entry.Id.ToString());
            json.WriteStringValue(entry.Volunteer.ToString());
            json.WriteNumberValue(entry.Number);
            json.WriteStringValue(entry.Kind.ToString());
            json.WriteStringValue(entry.Class.ToString());
            json.WriteNumberValue(entry.Minutes);
            json.WriteNumberValue(entry.Pending);
            json.WriteStringValue(entry.Organisation);
            json.WriteStringValue(entry.Activity.IsNone ? null : entry.Activity.ToString());
            json.WriteNumberValue(entry.Shift);
            json.WriteStringValue(entry.Title);
            json.WriteStringValue(entry.ServiceClass);
            json.WriteStringValue(entry.District);
            json.WriteNumberValue(entry.From);
            json.WriteNumberValue(entry.To);
            json.WriteNumberValue(entry.RecordedAt);
            json.WriteStringValue(entry.Offsets.IsNone ? null : entry.Offsets.ToString());
            json.WriteStringValue(entry.Origin);
            json.WriteStringValue(entry.By.IsNone ? null : entry.By.ToString());
            json.WriteStringValue(entry.Reason.ToString());
            json.WriteStartArray();
            foreach (var span in entry.Counted)
            {
                json.WriteNumberValue(span.From);
                json.WriteNumberValue(span.To);
            }

            json.WriteEndArray();
            Write(json, entry.Proof);
            json.WriteNumberValue(entry.CountedAt);
            json.WriteNumberValue(entry.Second);
            if (!entry.EnteredBy.IsNone)
            {
                json.WriteStringValue(entry.EnteredBy.ToString());
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string Hash(ServiceRecord entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Previous + "\n" + Written(entry))));

    private static void Write(Utf8JsonWriter json, ServiceProof? proof)
    {
        json.WriteStartArray();
        if (proof is not null)
        {
            json.WriteNumberValue(proof.Start);
            json.WriteNumberValue(proof.End);
            json.WriteNumberValue(proof.In);
            json.WriteNumberValue(proof.Out);
            json.WriteStringValue(proof.InBy.ToString());
            json.WriteStringValue(proof.OutBy.ToString());
            json.WriteStringValue(proof.LedBy.IsNone ? null : proof.LedBy.ToString());
            json.WriteStringValue(proof.SettledBy.IsNone ? null : proof.SettledBy.ToString());
            json.WriteStringValue(proof.Evidence.ToString());
            json.WriteStringValue(proof.MakeUp.IsNone ? null : proof.MakeUp.ToString());
            json.WriteNumberValue(proof.EnteredAt);
        }

        json.WriteEndArray();
    }
}
