using System.Globalization;
using System.Text;

namespace Engagement.Web.Sheets;

/// <summary>A file that somebody sent with a form.</summary>
internal static class UploadedFile
{
    private const int LongestName = 60;

    /// <summary>Its bytes.</summary>
    public static async Task<byte[]> Bytes(IFormFile file)
    {
        using var all = new MemoryStream((int)file.Length);
        await file.CopyToAsync(all);
        return all.ToArray();
    }

    /// <summary>Its name, to be shown to people: the last part of the path, without what hides or reorders characters.</summary>
    public static string Name(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName).EnumerateRunes()
            .Where(rune => !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format).Take(LongestName));
        return name.Length == 0 ? "-" : name;
    }
}
