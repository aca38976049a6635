using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Engagement.Web.Drawing;
using Engagement.Web.Journeys;
using Engagement.Web.JsSdk;
using Engagement.Web.Nominations;
using Engagement.Web.Roses;
using Engagement.Web.Stations;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace Engagement.Web.Shared;

/// <summary>Everything pages need: where views live, the two languages, and Chinese characters left readable in HTML.</summary>
public static class PagesSetup
{
    /// <summary>The first is the default.</summary>
    public static readonly IReadOnlyList<string> Languages = ["zh-Hans", "en"];

    public static IMvcBuilder AddPages(this IMvcBuilder mvc)
    {
        mvc.AddViewLocalization();
        mvc.Services.AddOptions<Archive.ArchiveOptions>().BindConfiguration("Archive");
        mvc.Services.AddOptions<Wall.WallOptions>().BindConfiguration("Wall").ValidateDataAnnotations().ValidateOnStart();
        mvc.Services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().ValidateOnStart();
        mvc.Services.AddOptions<JsSdkOptions>().BindConfiguration("JsSdk").ValidateDataAnnotations().ValidateOnStart();
        mvc.Services.AddSingleton<Links>().AddSingleton<PageAddress>().AddSingleton<Cards>().AddSingleton<CardPicture>();
        mvc.Services.AddSingleton<JourneyBook>().AddSingleton<StationBook>().AddSingleton<Passes>().AddSingleton<StationPasses>().AddSingleton<NominationBook>()
            .AddSingleton<ThanksExport>().AddSingleton<Press>().AddSingleton<StationPoster>().AddSingleton<StickerSheet>().AddSingleton<ShiftExport>();
        mvc.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        mvc.Services.Configure<RequestLocalizationOptions>(Speak);
        mvc.Services.Configure<RazorViewEngineOptions>(o =>
        {
            o.ViewLocationFormats.Clear();
            o.ViewLocationFormats.Add("/{1}/{0}.cshtml");
            o.ViewLocationFormats.Add("/Shared/{0}.cshtml");
        });
        return mvc;
    }

    // A cookie decides, then Chinese: WeChat's Accept-Language says more about the phone than about its owner.
    private static void Speak(RequestLocalizationOptions options)
    {
        List<CultureInfo> cultures = [.. Languages.Select(name => new CultureInfo(name))];
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.SupportedUICultures = cultures;
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, cultures[0]);
        options.RequestCultureProviders = [new CookieRequestCultureProvider()];
    }
}
