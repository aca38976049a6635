namespace Engagement.Contracts;

/// <summary>Skills that a volunteer can offer: chosen from a list, so that nothing has to be moderated.</summary>
public static class VolunteerSkills
{
    /// <summary>Skills, and service classes, that one volunteer may name.</summary>
    public const int Most = 10;

    /// <summary>All ids; the texts are <c>Volunteers.Skill.*</c>.</summary>
    public static readonly IReadOnlyList<string> All =
        ["first-aid", "medicine", "languages", "sign-language", "teaching", "law", "psychology", "computers", "photography", "driving", "repairs", "music"];
}
