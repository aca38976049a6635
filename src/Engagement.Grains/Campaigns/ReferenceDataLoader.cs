using Engagement.Contracts;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Campaigns;

/// <summary>Reads and checks a folder of reference data. Pure reading: <c>seed</c> may run it as often as it likes.</summary>
public static class ReferenceDataLoader
{
    /// <summary>Loads <paramref name="folder"/>, holding its texts to the program's own word lists.</summary>
    /// <exception cref="ReferenceDataException">A file is missing, malformed or breaks a rule; the first fault is named.</exception>
    public static ReferenceData Load(string folder) => Load(folder, new WordListModerator());

    /// <summary>Loads <paramref name="folder"/>, holding its texts to <paramref name="moderator"/>.</summary>
    /// <exception cref="ReferenceDataException">A file is missing, malformed or breaks a rule; the first fault is named.</exception>
    public static ReferenceData Load(string folder, IMessageModerator moderator)
    {
        var data = new ReferenceData
        {
            Districts = Read(folder, "districts.json", ReferenceJson.Default.DistrictFile).Districts,
            Companies = Read(folder, "companies.json", ReferenceJson.Default.CompanyFile).Companies,
            Organisations = Read(folder, "organisations.json", ReferenceJson.Default.OrganisationFile).Organisations,
            Reasons = Read(folder, "reasons.json", ReferenceJson.Default.ReasonFile).Reasons,
            Thanks = Read(folder, "thanks.json", ReferenceJson.Default.ThanksFile).Thanks,
            Names = Read(folder, "names.json", ReferenceJson.Default.NameFile).Names,
            Acts = Read(folder, "acts.json", ReferenceJson.Default.ActFile).Acts,
            ServiceClasses = Read(folder, "service-classes.json", ReferenceJson.Default.ServiceClassFile).ServiceClasses,
        };
        new ReferenceDataRules(data, moderator).Check();
        return data;
    }

    private static TFile Read<TFile>(string folder, string file, JsonTypeInfo<TFile> type) where TFile : ReferenceFile
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, file));
            var content = JsonSerializer.Deserialize(stream, type) ?? throw new ReferenceDataException(file, "$", "the file holds null.");
            if (string.IsNullOrWhiteSpace(content.Source)) throw new ReferenceDataException(file, "$.source", "say where the content comes from.");
            if (string.IsNullOrWhiteSpace(content.Licence)) throw new ReferenceDataException(file, "$.licence", "name the licence.");
            return content;
        }
        catch (JsonException e)
        {
            throw new ReferenceDataException(file, e.Path ?? "$", e.Message, e);
        }
        catch (IOException e)
        {
            throw new ReferenceDataException(file, "$", $"can not be read from {folder}.", e);
        }
    }
}
