using System.Globalization;
using Engagement.Contracts;

namespace Engagement.Web.Volunteers;

/// <summary>What a volunteer fills in to register.</summary>
/// <param name="Phone">Mobile number, as typed.</param>
/// <param name="Birth">Birth date, as a date field sends it: 2010-01-05.</param>
/// <param name="District">District's code; empty for none.</param>
/// <param name="Skills">Ids of skills.</param>
/// <param name="Agree">The volunteers' notice was agreed to.</param>
public sealed record RegisterForm(string? Phone = null, string? Birth = null, string? District = null, string[]? Skills = null, bool Agree = false)
{
    /// <summary>What they offer.</summary>
    public VolunteerProfile Profile => new(string.IsNullOrEmpty(District) ? null : District, Skills is { Length: > 0 } ? Skills : null);

    /// <summary>The date as a Shanghai day; 0 when it is none.</summary>
    public static int Day(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Year * 10_000 + day.Month * 100 + day.Day : 0;
}

/// <summary>A real name as it is typed. It is never filled in again: a form that comes back is empty.</summary>
public sealed record RealNameForm(string? Name = null, string? Number = null, bool Agree = false)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RealNameForm);
}

/// <summary>Versions of the texts that volunteers agree to: a new purpose, means or kind of data is a new version, and is asked for again.</summary>
public static class VolunteerConsents
{
    /// <summary>The volunteers' notice.</summary>
    public const int Volunteering = 1;

    /// <summary>Real name and ID number.</summary>
    public const int RealName = 1;
}
