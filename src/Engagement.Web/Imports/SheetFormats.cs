using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Grains.Imports;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Imports;

/// <summary>How files of hours are written, as data: another system, or another issue of a standard, is an edit of <c>infra/volunteer-mapping.json</c>.</summary>
public sealed class SheetFormats
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    private readonly Content _content;

    /// <param name="options">Where they are read from.</param>
    /// <exception cref="OptionsValidationException">The file is missing or malformed, or a format lacks a field.</exception>
    public SheetFormats(IOptions<ImportOptions> options)
    {
        try
        {
            using var file = options.Value.Mapping is { Length: > 0 } path ? File.OpenRead(path) : typeof(SheetFormats).Assembly.GetManifestResourceStream("volunteer-mapping.json")!;
            _content = JsonSerializer.Deserialize<Content>(file, Json) ?? throw new JsonException("It is empty.");
            if (_content.Answers.Lack() is { } lack)
            {
                throw new JsonException($"The answers lack {lack}.");
            }

            if (_content.Formats.Count == 0 || _content.Formats.Any(format => format.Lack() is not null))
            {
                throw new JsonException("A format lacks one of: source, unit, content, class, from, and volunteer or idNumber; or names a field that there is not.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new OptionsValidationException("Imports", typeof(ImportOptions), [$"Imports:Mapping can not be read: {e.Message}"]);
        }
    }

    /// <summary>All formats; the first is the one that is offered first.</summary>
    public IReadOnlyList<SheetFormat> All => _content.Formats;

    /// <summary>The format; null for none.</summary>
    public SheetFormat? Find(string? id) => _content.Formats.FirstOrDefault(format => format.Id == id);

    /// <summary>How the other system's answers are written.</summary>
    public AnswerFormat Answers => _content.Answers;

    /// <summary>Ids of service classes by what other systems call them.</summary>
    public IReadOnlyDictionary<string, string> Classes => _content.Classes;

    private sealed record Content(string Source, string Version, string Licence, IReadOnlyList<SheetFormat> Formats, AnswerFormat Answers, IReadOnlyDictionary<string, string> Classes);
}

/// <summary>One way to write hours into a sheet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Times">How instants are written, by Shanghai's clock; exports take the first.</param>
/// <param name="Minutes">Whether lengths are <c>minutes</c> or <c>hours</c> with a decimal.</param>
/// <param name="System">The other system's name where the file has no column of it; empty for a format that has one.</param>
/// <param name="Fields">Its columns, in the order in which exports write them.</param>
public sealed record SheetFormat(
    string Id, SheetTitle Title, IReadOnlyList<string> Times, LengthUnit Minutes, string System, IReadOnlyList<SheetField> Fields)
{
    /// <summary>Fields that there are.</summary>
    public static readonly IReadOnlyList<string> Known = ["volunteer", "idNumber", "system", "source", "unit", "content", "class", "from", "to", "minutes"];

    /// <summary>Fields that every format has.</summary>
    private static readonly string[] Needed = ["source", "unit", "content", "class", "from"];

    /// <summary>The field; null when this format has none such.</summary>
    public SheetField? Field(string field) => Fields.FirstOrDefault(known => known.Field == field);

    /// <summary>What is missing or unknown; null for nothing.</summary>
    internal string? Lack() => Needed.FirstOrDefault(needed => Field(needed) is null)
        ?? (Field("volunteer") is null && Field("idNumber") is null ? "volunteer" : null)
        ?? (Field("to") is null && Field("minutes") is null ? "minutes" : null)
        ?? Fields.FirstOrDefault(field => !Known.Contains(field.Field) || field.Headings.Count == 0 || field.Max < 1)?.Field
        ?? (Times.Count == 0 ? "from" : null);
}

/// <summary>How answers about what was sent are written.</summary>
/// <param name="Fields">Columns: source, result and reason.</param>
/// <param name="Accepted">What the result says of a service that was taken, in lower case.</param>
/// <param name="Rejected">What it says of one that was not.</param>
public sealed record AnswerFormat(IReadOnlyList<SheetField> Fields, IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected)
{
    /// <summary>What is missing; null for nothing.</summary>
    internal string? Lack() => new[] { "source", "result", "reason" }.FirstOrDefault(needed => !Fields.Any(field => field.Field == needed && field.Headings.Count > 0))
        ?? (Accepted.Count == 0 ? "accepted" : Rejected.Count == 0 ? "rejected" : null);
}

/// <summary>A column.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Headings">What it may be called, in lower case; exports take the first.</param>
/// <param name="Max">Characters of a cell at most.</param>
/// <param name="Required">A row without it is faulty, and a file without the column can not be read.</param>
public sealed record SheetField(string Field, IReadOnlyList<string> Headings, int Max, bool Required = false);

/// <summary>A name in both languages.</summary>
public sealed record SheetTitle(string Zh, string En);

/// <summary>How a length is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LengthUnit>))]
public enum LengthUnit
{
    /// <summary>Whole minutes.</summary>
    Minutes = 0,

    /// <summary>Hours, with decimals.</summary>
    Hours,
}
