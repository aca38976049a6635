using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Notices;

/// <summary>A city in which messages can be sent, for tests of what features tell.</summary>
internal static class Messages
{
    /// <summary>One template, accepted once for each message.</summary>
    public static Dictionary<string, string?> With(params KeyValuePair<string, string?>[] settings) => new(settings)
    {
        ["Notices:Templates:0:Id"] = "once",
        ["Notices:Templates:0:Kind"] = nameof(TemplateKind.OneTime),
        ["Notices:Templates:0:Fields:thing1"] = "What",
    };

    /// <summary>The person accepts nine messages.</summary>
    public static async Task ReachableAsync(this City city, ParticipantId person)
    {
        for (var i = 0; i < 9; i++)
        {
            await city.Cell.Grains.GetGrain<INoticeGrain>($"{city.Cell.CellId}/{person}").Answered(new($"push-{person}-{i}", $"o-{person}"), [new("once", true)]);
        }
    }

    /// <summary>The inbox, newest first.</summary>
    public static async Task<IReadOnlyList<Notice>> InboxAsync(this City city, ParticipantId person) =>
        (await city.Cell.Services.GetRequiredService<NoticeReader>().Read(person))!.Notices;

    /// <summary>Messages to people's notice records that are on their way.</summary>
    public static async Task<int> WaitingAsync(this City city) =>
        (await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(RoseEffects.Agenda))).Count(entry => entry.StartsWith("notice:"));
}
