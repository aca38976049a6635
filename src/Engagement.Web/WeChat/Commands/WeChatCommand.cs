using System.Globalization;
using Engagement.WeChat;
using Engagement.Web.Drawing;
using Engagement.Web.WeChat.Account;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat.Commands;

/// <summary>The subcommand `wechat`: brings the service account to what is configured. Beside a living site it asks for the same
/// stable token, which ends nobody else's.</summary>
public static class WeChatCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "wechat menu apply [--dry-run] | wechat qr create [--scene SCENE] [--images FOLDER]";

    /// <summary>Runs it. 0 done, 1 WeChat refused or did not answer, 2 wrong arguments.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, string[] args, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["wechat", "menu", "apply"]:
                return await Menu(services, output, dry: false, cancellationToken);
            case ["wechat", "menu", "apply", "--dry-run"]:
                return await Menu(services, output, dry: true, cancellationToken);
            case ["wechat", "qr", "create", .. var rest] when Options(rest) is { } options:
                return await Codes(services, output, options.GetValueOrDefault("--scene"), options.GetValueOrDefault("--images"), cancellationToken);
            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> Menu(IServiceProvider services, TextWriter output, bool dry, CancellationToken cancellationToken)
    {
        var wechat = services.GetRequiredService<IWeChatGateway>();
        var then = MenuPlan.Of(services.GetRequiredService<AccountBook>().File, services.GetRequiredService<IConfiguration>()["Site:Address"] ?? "",
            services.GetRequiredService<IOptions<WeChatOptions>>().Value.MiniProgramAppId);
        var now = await wechat.GetMenu(cancellationToken);
        if (!now.IsOk && now.Outcome != WeChatOutcome.NotFound)
        {
            return await Failed(output, "The menu could not be read", now.Outcome);
        }

        var difference = MenuPlan.Difference(now.Buttons ?? [], then);
        foreach (var line in difference)
        {
            await output.WriteLineAsync(line);
        }

        if (difference.Count == 0 || dry)
        {
            await output.WriteLineAsync(difference.Count == 0 ? "The menu is as configured." : "Nothing was changed (--dry-run).");
            return 0;
        }

        var outcome = then.Count == 0 ? await wechat.DeleteMenu(cancellationToken) : await wechat.CreateMenu(then, cancellationToken);
        if (outcome != WeChatOutcome.Ok)
        {
            return await Failed(output, "The menu was not applied", outcome);
        }

        await output.WriteLineAsync("Applied; phones show it within a day.");
        return 0;
    }

    private static async Task<int> Codes(IServiceProvider services, TextWriter output, string? scene, string? images, CancellationToken cancellationToken)
    {
        var wechat = services.GetRequiredService<IWeChatGateway>();
        var codes = services.GetRequiredService<AccountBook>().File.Codes.Where(code => scene is null || code.Scene == scene).ToArray();
        if (codes.Length == 0)
        {
            await output.WriteLineAsync(scene is null ? "No codes are configured." : $"No code has the scene {scene}.");
            return scene is null ? 0 : 2;
        }

        foreach (var code in codes)
        {
            var made = await wechat.CreateQrCode(new(code.Scene, Lifetime: null), cancellationToken);
            if (!made.IsOk)
            {
                return await Failed(output, $"{code.Scene} ({code.Name}) was not made", made.Outcome);
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{code.Scene}\t{code.Name}\t{code.Path}\t{made.Url.AbsoluteUri}\t{made.Ticket}"));
            if (images is not null)
            {
                Directory.CreateDirectory(images);
                await File.WriteAllBytesAsync(Path.Combine(images, code.Scene + ".png"), QrPng.Draw(made.Url.AbsoluteUri), cancellationToken);
            }
        }

        return 0;
    }

    private static Dictionary<string, string>? Options(string[] args)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--scene" or "--images") || i + 1 == args.Length || !options.TryAdd(args[i], args[i + 1]))
            {
                return null;
            }
        }

        return options;
    }

    private static async Task<int> Failed(TextWriter output, string what, WeChatOutcome outcome)
    {
        await output.WriteLineAsync($"{what}: {outcome}. WeChat's own number is in the log.");
        return 1;
    }
}
