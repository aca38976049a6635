using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>Activities that people can come to.</summary>
/// <param name="Rows">Soonest first.</param>
/// <param name="Filter">What is looked for.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Services">Classes of service to choose from.</param>
/// <param name="Days">Days to choose from, like 20261128.</param>
public sealed record ActivityList(
    IReadOnlyList<ActivityRow> Rows, ActivityFilter Filter, IReadOnlyList<Choice> Districts, IReadOnlyList<Choice> Services, IReadOnlyList<Choice> Days);

/// <summary>What is looked for; null for anything.</summary>
/// <param name="District">District's code.</param>
/// <param name="Day">Shanghai day of a shift, like 20261128.</param>
/// <param name="Service">Id of the service class.</param>
/// <param name="Free">Only with a free place.</param>
public sealed record ActivityFilter(string? District = null, int? Day = null, string? Service = null, bool Free = false);

/// <summary>An activity in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Mark">One character for its class of service.</param>
/// <param name="Service">Name of that class.</param>
/// <param name="District">District's name.</param>
/// <param name="Start">When its next shift begins.</param>
/// <param name="Left">Free places in the shifts to come.</param>
/// <param name="Shifts">Shifts to come.</param>
public sealed record ActivityRow(string Id, string Title, string? Mark, string? Service, string? District, DateTimeOffset Start, int Left, int Shifts);
