namespace Engagement.Grains.Storage;

internal static class EmbeddedScript
{
    /// <summary>Text of a script that lies beside its caller.</summary>
    public static string Load(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream("Engagement.Grains.Storage." + name)
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
