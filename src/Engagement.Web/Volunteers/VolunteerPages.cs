using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Volunteers;

/// <summary>A volunteer's own page.</summary>
/// <param name="Self">How they stand.</param>
/// <param name="Number">Volunteer number, to be read; null before registration.</param>
/// <param name="Teams">Memberships and requests.</param>
/// <param name="Looks">Who looked at the real name, newest first.</param>
/// <param name="Guardian">The guardian's name, as they show it to others; null for none.</param>
/// <param name="Wards">Minors whom they guard.</param>
/// <param name="Skills">Skills that they offer.</param>
/// <param name="District">Where they live.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Fault">What was not right.</param>
public sealed record VolunteerPage(
    VolunteerSelf Self, string? Number, IReadOnlyList<TeamRow> Teams, IReadOnlyList<LookRow> Looks, string? Guardian, IReadOnlyList<WardRow> Wards,
    IReadOnlyList<string> Skills, string? District, IReadOnlyList<Choice> Districts, string? Fault = null);

/// <summary>A place in a team.</summary>
public sealed record TeamRow(string Id, string Name, DateTimeOffset Since, bool Admitted);

/// <summary>A look at the real name.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Name of the member of staff.</param>
/// <param name="As">In which role.</param>
/// <param name="Where">Where the role holds; null for everywhere.</param>
/// <param name="Reason">Why.</param>
public sealed record LookRow(DateTimeOffset At, string Who, Role As, string? Where, string Reason);

/// <summary>A minor whom the reader guards.</summary>
public sealed record WardRow(ParticipantId Id, string Name, int? Age);

/// <summary>The registration.</summary>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Again">Registered before: this corrects it.</param>
/// <param name="Named">A real name says when they were born.</param>
/// <param name="Fault">The field that was not right, or <c>young</c>.</param>
public sealed record RegisterPage(IReadOnlyList<Choice> Districts, RegisterForm Form, bool Again, bool Named, string? Fault = null)
{
    /// <summary>The key of the form.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>The real name's form.</summary>
/// <param name="Claiming">The number belongs to another account: the form asks to join them.</param>
/// <param name="Fault">The field that was not right, or another outcome.</param>
public sealed record RealNamePage(bool Claiming = false, string? Fault = null)
{
    /// <summary>The key of the form.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A minor's page for asking a guardian.</summary>
/// <param name="Link">What the guardian opens in their own WeChat.</param>
/// <param name="Word">What they said last.</param>
public sealed record AskGuardianPage(string Link, GuardianConsent Word);

/// <summary>What a guardian is asked.</summary>
/// <param name="Minor">Who.</param>
/// <param name="Name">As they show it to others.</param>
/// <param name="Code">The minor's code.</param>
/// <param name="IsKnown">The reader is an adult with a real name.</param>
public sealed record GuardPage(ParticipantId Minor, string Name, string Code, bool IsKnown);

/// <summary>A minor as their guardian sees them.</summary>
/// <param name="View">How they stand.</param>
/// <param name="Name">As they show it to others.</param>
/// <param name="Number">Volunteer number, to be read.</param>
/// <param name="Teams">Memberships.</param>
public sealed record WardPage(WardView View, string Name, string Number, IReadOnlyList<TeamRow> Teams);
