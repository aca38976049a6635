using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;

namespace Engagement.Grains.WeChat;

/// <summary>Gathers the facts of an answer. Plain reads, a handful for each.</summary>
public sealed class PushAnswers(SceneBook scenes, BoxReader boxes, BoardReader boards, CampaignSettings settings)
{
    private const int Listed = 3;

    private static readonly PushReply Help = new(ReplyKind.Help, [], []);

    /// <summary>The answer to a push of this person.</summary>
    /// <param name="push">The push.</param>
    /// <param name="person">The open account; null for somebody who has none.</param>
    public async Task<PushReply> To(Push push, ParticipantState? person) => push.Kind switch
    {
        PushKind.Follow => push.Topic is { } scene && await scenes.Open(scene) is { } landing
            ? At(ReplyKind.WelcomeLanding, landing)
            : new(ReplyKind.Welcome, [], []),
        PushKind.Scan => push.Topic is { } scene && await scenes.Open(scene) is { } landing ? At(ReplyKind.Landing, landing) : new(ReplyKind.Gone, [], []),
        PushKind.Ask => push.Topic switch
        {
            PushTopics.Mine => person is null ? new(ReplyKind.Enter, [], []) : await Mine(person),
            PushTopics.Boards when !settings.Control.IsOff(ControlField.Boards) => await Boards(person?.Units.District),
            { } text when text.StartsWith(PushTopics.Text, StringComparison.Ordinal) => new(ReplyKind.Text, [], [text[PushTopics.Text.Length..]]),
            _ => Help,
        },
        PushKind.Unknown => Help,
        _ => PushReply.Silent,
    };

    private static PushReply At(ReplyKind kind, Landing landing) => new(kind, [landing.Offer], [landing.Path, landing.Secret]);

    private async Task<PushReply> Mine(ParticipantState person)
    {
        var counts = await Task.WhenAll(
            boxes.Count(person.Id, Box.Held), boxes.Count(person.Id, Box.Inbox), boxes.Count(person.Id, Box.Sent), boxes.Count(person.Id, Box.Received));
        var day = ShanghaiDay.Of(settings.Clock.UtcNow);
        return new(ReplyKind.Mine, [person.Purse.RemainingOn(day, settings.PerDay(day)), settings.PerDay(day), .. counts], []);
    }

    private async Task<PushReply> Boards(string? own)
    {
        var (lines, _) = await boards.Top(Rankings.Boards.District, Period.Week, Listed);
        var mine = own is null ? [] : await boards.Around(Rankings.Boards.District, Period.Week, own, 0);
        return new(ReplyKind.Boards, [.. lines.Select(line => line.Count), .. mine.SelectMany(line => new[] { line.Rank, line.Count })],
            [.. lines.Concat(mine).Select(line => (string)line.Member!)]);
    }
}
