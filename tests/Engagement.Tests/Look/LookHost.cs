using System.Diagnostics;
using Engagement.Grains.Control;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Tests.Look;

/// <summary>Renders the product's views with sample models: the real layout, texts and cookies, without controllers and grains.</summary>
public sealed class LookHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public static string WebRoot { get; } = Path.Combine(Repository(), "src", "Engagement.Web", "wwwroot");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", WebRootPath = WebRoot });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Site:Organiser"] = "江门市文明办";
        builder.Configuration["Site:Contact"] = "0750-1234567";
        builder.Configuration["Site:Filing"] = "粤ICP备00000000号";
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(parts => parts.ApplicationParts.Clear())
            .AddApplicationPart(typeof(PagesSetup).Assembly).AddPages();
        builder.Services.AddSingleton<IHttpContextAccessor, HttpContextAccessor>();
        builder.Services.AddSingleton<ISwitches, NoSwitches>();
        app = builder.Build();
        app.UseRequestLocalization();
        app.MapGet("/{**path}", Render);
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <summary>The page as a browser gets it.</summary>
    public async Task<string> Page(Scene scene, string language = "zh-Hans", bool large = false, bool wechat = false)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, scene.Address);
        request.Headers.Add("X-Scene", scene.Name);
        if (wechat)
        {
            request.Headers.Add("User-Agent", "Mozilla/5.0 MicroMessenger/8.0.60");
        }

        request.Headers.Add("Cookie", $".AspNetCore.Culture=c={language}|uic={language}; {Reading.LargeTextCookie}={(large ? 1 : 0)}");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Whether a controller that says <c>View(name)</c> finds its file.</summary>
    public bool Finds(string controller, string view)
    {
        var action = new ActionDescriptor { RouteValues = { ["controller"] = controller } };
        var route = new RouteData { Values = { ["controller"] = controller } };
        var context = new ActionContext(new DefaultHttpContext { RequestServices = app.Services }, route, action);
        return app.Services.GetRequiredService<IRazorViewEngine>().FindView(context, view, isMainPage: true).Success;
    }

    private static async Task Render(HttpContext http)
    {
        var scene = Scenes.All.Single(s => s.Name == http.Request.Headers["X-Scene"]);
        var services = http.RequestServices;
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, scene.View, isMainPage: true);
        Debug.Assert(found.Success, scene.View);
        var data = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = scene.Model };
        var temp = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
        await using var html = new StringWriter();
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await found.View!.RenderAsync(new ViewContext(action, found.View!, data, temp, html, new HtmlHelperOptions()));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html.ToString());
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Engagement.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Engagement.sln");
        }

        return folder;
    }
}
