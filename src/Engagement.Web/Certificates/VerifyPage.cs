using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Certificates;

namespace Engagement.Web.Certificates;

/// <summary>Where certificates are checked.</summary>
/// <param name="KeyId">Number of the city's key.</param>
/// <param name="Unknown">What was asked for is nothing that can be shown.</param>
/// <param name="Mistyped">The number can't be one: a character is wrong.</param>
public sealed record VerifyPage(string KeyId, bool Unknown = false, bool Mistyped = false);

/// <summary>A certificate, or a part of one, that was checked.</summary>
public sealed record VerifiedPage
{
    /// <summary>Which.</summary>
    public required CertificateNumber Number { get; init; }

    /// <summary>First Shanghai day of the period.</summary>
    public required int From { get; init; }

    /// <summary>Last one.</summary>
    public required int To { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>What it is worth now.</summary>
    public required CertificateStanding Standing { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it was revoked.</summary>
    public required CertificateFault Fault { get; init; }

    /// <summary>Its address; null for what was checked from a file.</summary>
    public string? Way { get; init; }

    /// <summary>Number of the city's key.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>Only a part is shown.</summary>
    public bool IsPart { get; init; }

    /// <summary>Names, minutes and whether they are organisations, classes or activities.</summary>
    public required IReadOnlyList<VerifiedRow> Rows { get; init; }

    /// <summary>The name; null while nobody has shown that they know it.</summary>
    public string? Name { get; init; }

    /// <summary>The masked ID number and the volunteer number, where a part shows them.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The certificate shows a name that may be asked for.</summary>
    public bool HasName { get; init; }

    /// <summary>Why the name is not shown.</summary>
    public Outcome NameFault { get; init; } = Outcome.Done;

    /// <summary>The whole of it, as far as a stranger sees it.</summary>
    public static VerifiedPage Whole(CertificateView view, string way) => new()
    {
        Number = view.Number, From = view.Snapshot.From, To = view.Snapshot.To, IssuedAt = view.IssuedAt, Standing = view.Standing, Since = view.Since, Fault = view.Fault, Way = way,
        HasName = view.Name is not null,
        Rows = [new(VerifiedKind.Total, null, view.Snapshot.Minutes), new(VerifiedKind.Credit, null, view.Snapshot.Credit), new(VerifiedKind.Honour, null, view.Snapshot.Honour),
            .. view.Snapshot.Units.Select(unit => new VerifiedRow(VerifiedKind.Unit, unit.Name, unit.Credit + unit.Honour))],
    };

    /// <summary>A part: what stands in the proof and nothing else, so that page and proof can't differ.</summary>
    public static VerifiedPage Part(VerifiedCertificate verified, CertificateStanding standing, DateTimeOffset since, CertificateFault fault, string? way)
    {
        string? Text(string part) => verified.Parts.TryGetValue(part, out var value) ? value.GetString() : null;
        return new()
        {
            Number = verified.Number, From = verified.Claims.From, To = verified.Claims.To, IssuedAt = DateTimeOffset.FromUnixTimeSeconds(verified.Claims.IssuedAt),
            Standing = standing, Since = since, Fault = fault, Way = way, IsPart = true, Name = Text(CertificateLeaves.Name),
            Marks = [.. new[] { Text(CertificateLeaves.IdNumber), Text(CertificateLeaves.Volunteer) }.OfType<string>()],
            Rows = [.. verified.Parts.Select(part => Row(part.Key, part.Value)).OfType<VerifiedRow>()],
        };
    }

    private static VerifiedRow? Row(string part, JsonElement value) => part switch
    {
        CertificateLeaves.Total => new(VerifiedKind.Total, null, value.GetInt32()),
        CertificateLeaves.Credit => new(VerifiedKind.Credit, null, value.GetInt32()),
        CertificateLeaves.Honour => new(VerifiedKind.Honour, null, value.GetInt32()),
        _ when part.StartsWith(CertificateLeaves.Field, StringComparison.Ordinal) => new(VerifiedKind.Field, value.GetProperty("name").GetString(), value.GetProperty("minutes").GetInt32()),
        _ when part.StartsWith(CertificateLeaves.Unit, StringComparison.Ordinal) =>
            new(VerifiedKind.Unit, value.GetProperty("name").GetString(), value.GetProperty("credit").GetInt32() + value.GetProperty("honour").GetInt32()),
        _ when part.StartsWith(CertificateLeaves.Line, StringComparison.Ordinal) =>
            new(VerifiedKind.Line, value.GetProperty("content").GetString(), value.GetProperty("minutes").GetInt32(), value.GetProperty("from").GetInt32(), value.GetProperty("to").GetInt32()),
        _ => null,
    };
}

/// <summary>What a line of a checked certificate is about.</summary>
public enum VerifiedKind
{
    /// <summary>The sum.</summary>
    Total = 0,

    /// <summary>信用时数.</summary>
    Credit,

    /// <summary>荣誉时数.</summary>
    Honour,

    /// <summary>A class of service.</summary>
    Field,

    /// <summary>An organisation.</summary>
    Unit,

    /// <summary>An activity.</summary>
    Line,
}

/// <summary>A line of a checked certificate.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Of the class, organisation or activity.</param>
/// <param name="Minutes">Minutes.</param>
/// <param name="From">First Shanghai day of an activity; 0 for others.</param>
/// <param name="To">Last one.</param>
public sealed record VerifiedRow(VerifiedKind Kind, string? Name, int Minutes, int From = 0, int To = 0);
