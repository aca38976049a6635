using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Engagement.Web.WeChat.Account;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat;

/// <summary>Puts an answer's facts into words, the same for the same facts. Links are whole addresses on a line of their own: every phone opens them.</summary>
public sealed class ReplyWriter(IStringLocalizer<Texts> texts, Links links, CellKeys keys, Names names, AccountBook account, IOptions<SiteOptions> site)
{
    private const int Listed = 3;

    /// <summary>The text; null for a silent acknowledgement.</summary>
    public string? Write(PushReply reply) => reply.Kind switch
    {
        ReplyKind.None => null,
        ReplyKind.Welcome => texts["Chat.Welcome", site.Value.Name, Help()],
        ReplyKind.WelcomeLanding => texts["Chat.WelcomeLanding", site.Value.Name, Lead(reply.Landing!), Address(reply.Landing!)],
        ReplyKind.Landing => texts["Chat.Landing", Lead(reply.Landing!), Address(reply.Landing!)],
        ReplyKind.Gone => texts["Chat.Gone", links.Address],
        ReplyKind.Mine => Mine(reply.Numbers),
        ReplyKind.Enter => texts["Chat.Enter", links.Address + "/mine"],
        ReplyKind.Boards => Boards(reply.Numbers, reply.Words),
        ReplyKind.Text => account.TextOf(reply.Words[0]) ?? Help(),
        _ => Help(),
    };

    private string Mine(long[] numbers)
    {
        var text = new StringBuilder(texts["Chat.MineToday", numbers[0], numbers[1]]);
        if (numbers[3] > 0)
        {
            text.Append('\n').Append(texts["Chat.MineWaiting", numbers[3]]);
        }

        return text.Append('\n').Append(texts["Chat.MineAll", numbers[2], numbers[4], numbers[5]])
            .Append('\n').Append(texts["Chat.MineLink", links.Address + "/mine"]).ToString();
    }

    private string Boards(long[] counts, string[] codes)
    {
        var shared = counts.Length > codes.Length; // the own district's rank stands before its count
        var listed = shared ? codes.Length - 1 : codes.Length;
        if (listed == 0)
        {
            return texts["Chat.BoardsEmpty", links.Address + "/roses/new"];
        }

        var text = new StringBuilder(texts["Chat.Boards"]);
        for (var i = 0; i < Math.Min(listed, Listed); i++)
        {
            text.Append('\n').Append(texts["Chat.BoardsLine", names.Unit(Grains.Rankings.Boards.District, codes[i]), counts[i]]);
        }

        if (shared && !codes[..listed].Contains(codes[^1]))
        {
            text.Append('\n').Append(texts["Chat.BoardsMine", names.Unit(Grains.Rankings.Boards.District, codes[^1]), counts[^1]]);
        }

        return text.Append('\n').Append(texts["Chat.BoardsLink", links.Address + "/boards"]).ToString();
    }

    private string Help() => texts["Chat.Help", string.Join('\n', account.Words.Select(word => texts["Chat.HelpWord", word].Value)), links.Address];

    private string Lead(Landing landing) => texts[landing.Path.StartsWith("/r/", StringComparison.Ordinal) ? "Chat.LeadRose"
        : landing.Path.StartsWith("/b/", StringComparison.Ordinal) ? "Chat.LeadBouquet" : "Chat.LeadPage"];

    private string Address(Landing landing) => links.Address + landing.Path
        + (OpaqueId.TryParse(landing.Secret, out var id) ? "?k=" + keys.LinkSecret(id, landing.Offer) : "");
}
