using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Contracts;

namespace Engagement.Grains.Certificates;

/// <summary>
/// The parts of a certificate, each shown or hidden on its own: a part is written as a disclosure of SD-JWT (RFC 9901), <c>[salt, name, value]</c>, and the signature covers the
/// digests of all of them. Who is shown some parts can check that they belong to this certificate, and learns nothing of the others.
/// </summary>
public static class CertificateLeaves
{
    /// <summary>Names of the parts; those of classes, organisations and activities go on with an id or a number.</summary>
    public const string Total = "total", Credit = "credit", Honour = "honour", Name = "name", IdNumber = "id_number", Volunteer = "volunteer_number",
        Field = "field:", Unit = "unit:", Line = "line:";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All parts, always the same for the same certificate.</summary>
    /// <param name="snapshot">What it states.</param>
    /// <param name="name">The holder's name; null when it is not shown.</param>
    /// <param name="idNumber">The masked ID number; null when it is not shown.</param>
    /// <param name="salt">The salt of a part.</param>
    public static IReadOnlyList<CertificateLeaf> Of(CertificateSnapshot snapshot, string? name, string? idNumber, Func<string, string> salt)
    {
        List<CertificateLeaf> leaves = [];
        void Add(string part, Action<Utf8JsonWriter> value) => leaves.Add(Write(part, salt(part), value));
        void Text(string part, string? text)
        {
            if (text is not null)
            {
                Add(part, json => json.WriteStringValue(text));
            }
        }

        Add(Total, json => json.WriteNumberValue(snapshot.Minutes));
        Add(Credit, json => json.WriteNumberValue(snapshot.Credit));
        Add(Honour, json => json.WriteNumberValue(snapshot.Honour));
        Text(Name, name);
        Text(IdNumber, idNumber);
        Text(Volunteer, snapshot.Volunteer);
        foreach (var field in snapshot.Fields)
        {
            Add(Field + field.Class, json => Fill(json, ("name", field.Name), ("minutes", field.Minutes)));
        }

        foreach (var unit in snapshot.Units)
        {
            Add(Unit + unit.Id, json => Fill(json, ("name", unit.Name), ("credit", unit.Credit), ("honour", unit.Honour),
                ("in_charge", unit.InCharge), ("handler", unit.Handler), ("contact", unit.Phone)));
        }

        for (var i = 0; i < snapshot.Lines.Count; i++)
        {
            var line = snapshot.Lines[i];
            Add(Line + i.ToString(CultureInfo.InvariantCulture), json => Fill(json, ("unit", line.Unit), ("content", line.Title), ("class", line.ClassName),
                ("from", line.From), ("to", line.To), ("times", line.Times), ("minutes", line.Minutes)));
        }

        return leaves;
    }

    /// <summary>Whether a link shows a part.</summary>
    public static bool Shows(this CertificateShare share, CertificateLeaf leaf, CertificateSnapshot snapshot) => leaf.Name switch
    {
        Name => share.WithName,
        IdNumber or Volunteer => share is { WithName: true, Scope: ShareScope.Full },
        _ => share.Scope switch
        {
            ShareScope.Total => leaf.Name == Total,
            ShareScope.Field => leaf.Name == Field + share.Key,
            ShareScope.Unit => leaf.Name == Unit + share.Key || LineOf(leaf, snapshot)?.Unit == share.Key,
            ShareScope.Full => true,
            _ => false,
        },
    };

    private static CertificateLine? LineOf(CertificateLeaf leaf, CertificateSnapshot snapshot) =>
        leaf.Name.StartsWith(Line, StringComparison.Ordinal) ? snapshot.Lines[int.Parse(leaf.Name.AsSpan(Line.Length), CultureInfo.InvariantCulture)] : null;

    private static CertificateLeaf Write(string part, string salt, Action<Utf8JsonWriter> value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartArray();
            json.WriteStringValue(salt);
            json.WriteStringValue(part);
            value(json);
            json.WriteEndArray();
        }

        var disclosure = Base64Url.EncodeToString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        return new(part, disclosure, Digest(disclosure));
    }

    /// <summary>The digest that the signature covers.</summary>
    internal static string Digest(string disclosure) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(disclosure)));

    private static void Fill(Utf8JsonWriter json, params ReadOnlySpan<(string Name, object Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            if (value is int number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteString(name, (string)value);
            }
        }

        json.WriteEndObject();
    }
}

/// <summary>One part.</summary>
/// <param name="Name">Which.</param>
/// <param name="Disclosure">Salt, name and value, as base64url of a JSON array.</param>
/// <param name="Digest">SHA-256 of the disclosure, as base64url.</param>
public sealed record CertificateLeaf(string Name, string Disclosure, string Digest);
