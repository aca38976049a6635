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

    /// <summary>Engagement.Local as built like the Rig itself, or the one that was named.</summary>
    public static string Local(string? named) => named is null ? Built("Engagement.Local") : File.Exists(named) ? named : throw new RigException($"--local {named}: there is no such file.");

    /// <summary>Engagement.Web as built like the Rig itself.</summary>
    public static string Web() => Built("Engagement.Web");

    private static string Built(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var dll = Path.Combine(Root(), "src", project, "bin", configuration, "net10.0", project + ".dll");
        return File.Exists(dll) ? dll : throw new RigException($"{dll} is missing: dotnet build -c {configuration} src/{project}");
    }
}
