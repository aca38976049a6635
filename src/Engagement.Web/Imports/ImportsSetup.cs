using Engagement.Web.Filings;

namespace Engagement.Web.Imports;

/// <summary>Registers the pages of hours that come in and go out.</summary>
public static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<SheetFormats>().AddSingleton<HourSheetReader>().AddSingleton<HourImportDesk>().AddSingleton<HourRowShelf>().AddSingleton<HourSheetWriter>()
            .AddSingleton<ExportRows>().AddSingleton<FilingDesk>().AddSingleton<FilingAnswers>();
}
