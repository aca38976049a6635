using Engagement.Contracts;

namespace Engagement.Web.Console;

/// <summary>A page in the console's navigation.</summary>
/// <param name="Path">Where it is; paths below it belong to it.</param>
/// <param name="Title">Key of its text.</param>
/// <param name="Roles">Who sees it besides operators, who see everything.</param>
public sealed record ConsoleSection(string Path, string Title, params Role[] Roles)
{
    /// <summary>Whether a page with this path is in it.</summary>
    public bool Holds(string path) => path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);

    /// <summary>Whether this person finds it in the navigation. What they may do there its controller decides.</summary>
    public bool IsFor(Profile staff) => staff.Operator || staff.Roles?.Any(grant => Roles.Contains(grant.Role)) == true;
}
