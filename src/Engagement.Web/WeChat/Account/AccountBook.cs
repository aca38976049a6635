using System.Text;
using System.Text.Json;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat.Account;

/// <summary>The account's file, read and checked once at the start.</summary>
public sealed class AccountBook : IHostedService
{
    private const string Shipped = "wechat.json";

    private static readonly AccountFile None = new([], [new(["我的玫瑰"], PushTopics.Mine), new(["排行"], PushTopics.Boards), new(["帮助"], PushTopics.Help)], []);

    private readonly Dictionary<string, string> _topics = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, string> _pages;

    /// <summary>The file that is configured, else the shipped one, else three words and no menu.</summary>
    /// <exception cref="ConfigurationException">It is missing or wrong; it names the file, the field and the reason.</exception>
    public AccountBook(IOptions<AccountOptions> options, Cell cell)
        : this(Load(options.Value.File, System.IO.Path.Combine(AppContext.BaseDirectory, "reference", cell.Campaign, Shipped)))
    {
    }

    internal AccountBook(AccountFile file)
    {
        File = file;
        foreach (var keyword in file.Keywords)
        {
            foreach (var word in keyword.Words)
            {
                _topics[Folded(word)] = keyword.Answer ?? PushTopics.Text + keyword.Words[0];
            }

            if (keyword.Text is { } text)
            {
                _texts[keyword.Words[0]] = text;
            }
        }

        _pages = file.Codes.ToDictionary(code => code.Scene, code => code.Path);
    }

    /// <summary>What is configured.</summary>
    public AccountFile File { get; }

    /// <summary>Words to try, for the help.</summary>
    public IEnumerable<string> Words => File.Keywords.Select(keyword => keyword.Words[0]);

    /// <summary>What a text asks for; null for nothing that we know.</summary>
    public string? Topic(string? text) => text is { Length: <= 64 } && _topics.TryGetValue(Folded(text), out var topic) ? topic : null;

    /// <summary>What a button of the menu asks for; help for one of a menu of yesterday, which phones show for a day.</summary>
    public string Button(string? key) => key is not null && (PushTopics.Answers.Contains(key) || key.StartsWith(PushTopics.Text, StringComparison.Ordinal)
        && _texts.ContainsKey(key[PushTopics.Text.Length..])) ? key : PushTopics.Help;

    /// <summary>A keyword's fixed text; null when it is gone.</summary>
    public string? TextOf(string word) => _texts.GetValueOrDefault(word);

    /// <summary>The page that a permanent code leads to; null for other scenes.</summary>
    public string? PageOf(string scene) => _pages.GetValueOrDefault(scene);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask; // made at the start, so that a wrong file ends it

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static AccountFile Load(string? configured, string shipped)
    {
        if (configured is null && !System.IO.File.Exists(shipped))
        {
            return None;
        }

        var path = configured ?? shipped;
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            var file = JsonSerializer.Deserialize(stream, AccountJson.Default.AccountFile) ?? throw new ConfigurationException($"{path}: the file holds null.");
            return AccountRules.Faults(file).FirstOrDefault() is { } fault ? throw new ConfigurationException($"{path}: {fault}") : file;
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"{path}: {e.Path ?? "$"}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} can't be read: {e.Message}");
        }
    }

    // People type "我的玫瑰 " and "帮助!".
    internal static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsControl(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
