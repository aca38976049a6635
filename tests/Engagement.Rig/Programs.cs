namespace Engagement.Rig;

/// <summary>Where the programs lie that the Rig starts.</summary>
internal static class Programs
{
    /// <summary>The folder of Engagement.sln.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.sln")))
            {
                return folder.FullName;
            }
        }

        throw new RigException("The Rig runs from the repository's build output only.");
    }

    /// <summary>Engagement.Local as built for release, or the one that was named.</summary>
    public static string Local(string? named)
    {
        var dll = named ?? Path.Combine(Root(), "src", "Engagement.Local", "bin", "Release", "net10.0", "Engagement.Local.dll");
        return File.Exists(dll) ? dll : throw new RigException($"{dll} is missing: dotnet build -c Release src/Engagement.Local");
    }

    /// <summary>Engagement.Web as built for release.</summary>
    public static string Web()
    {
        var dll = Path.Combine(Root(), "src", "Engagement.Web", "bin", "Release", "net10.0", "Engagement.Web.dll");
        return File.Exists(dll) ? dll : throw new RigException($"{dll} is missing: dotnet build -c Release Engagement.sln");
    }
}
