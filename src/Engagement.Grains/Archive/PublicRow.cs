using System.Text;
using System.Text.Json;

namespace Engagement.Grains.Archive;

/// <summary>The lines of the public archive, each in its one written form: a change of it would change every digest (docs/archive.md).</summary>
internal static class PublicRow
{
    /// <summary>Beginnings by which lines that later days are compared with are found without reading the others.</summary>
    public const string BoardStart = "{\"kind\":\"board\"", VoidedStart = "{\"kind\":\"voided\"";

    /// <summary>A rose came into the world.</summary>
    public static string Sent(string rose) => Line("sent", json => json.WriteString("rose", rose));

    /// <summary>A rose was taken.</summary>
    public static string Claimed(string rose, int hop, string reason, string? district, bool counted) => Line("claimed", json =>
    {
        json.WriteString("rose", rose);
        json.WriteNumber("hop", hop);
        json.WriteString("reason", reason);
        json.WriteString("district", district);
        json.WriteBoolean("counted", counted);
    });

    /// <summary>Such a taking no longer counts.</summary>
    public static string Voided(string rose, int hop) => Line("voided", json =>
    {
        json.WriteString("rose", rose);
        json.WriteNumber("hop", hop);
    });

    /// <summary>What a unit has more, or less, on a day's board than the archive said so far.</summary>
    public static string Board(PublicCount of, long count) => Line("board", json =>
    {
        json.WriteString("board", of.Board);
        json.WriteNumber("of", of.Day);
        json.WriteString("unit", of.Unit);
        json.WriteNumber("count", count);
    });

    private static string Line(string kind, Action<Utf8JsonWriter> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

/// <summary>A unit's place on a day's board.</summary>
/// <param name="Board">The board.</param>
/// <param name="Day">The day, like 20261123.</param>
/// <param name="Unit">Id of the unit.</param>
internal readonly record struct PublicCount(string Board, int Day, string Unit);
