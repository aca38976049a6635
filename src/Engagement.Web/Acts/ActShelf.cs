using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Photos;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Acts;

/// <summary>A courier's own acts as pages show them.</summary>
public sealed class ActShelf(
    ActReader acts, ActWords words, ActSettings settings, PersonReader persons, PeopleReader people, BoxReader boxes, Names names, CellKeys keys, Links links,
    IStringLocalizer<Texts> texts)
{
    private const int RosesLookedAt = 40;

    /// <summary>A page of a courier's acts, newest first.</summary>
    public async Task<IReadOnlyList<ActRow>> Rows(ParticipantId courier, int skip, int take) => [.. (await acts.Of(courier, skip, take)).Select(Row)];

    /// <summary>An act in a list.</summary>
    public ActRow Row(CivicActState act) =>
        new(act.Id.ToString(), words.Mark(act.What), words.Title(act.What), Instant(act.At), act.Review, act.Confirmed, act.Hidden);

    /// <summary>One act for its courier.</summary>
    public async Task<ActPage> Page(CivicActState act)
    {
        var salt = (await persons.Read(act.Courier))?.Salt ?? [];
        var history = History(act, salt);
        var open = act.Review is not (ActReview.Rejected or ActReview.Appealed or ActReview.Withdrawn) && !act.Confirmed;
        var appeal = Instant(act.DecidedAt).AddDays(settings.Options.AppealDays);
        return new(Row(act), act.Level, words.Place(act), Open(act.Note, salt), act.Photo is { } photo ? PhotoAddress.SmallOf(photo) : null, history)
        {
            Reason = act.Reason,
            Said = act.Reason == ActReason.None ? null : history.FirstOrDefault(line => line.Reason == act.Reason)?.Said,
            ConfirmLink = open ? $"{links.Address}/a/{act.Id}?k={keys.LinkSecret(act.Id.Value, 1)}" : null,
            Roses = open ? await Roses(act) : [],
            CanSupply = act.Review is ActReview.Waiting or ActReview.NeedInfo or ActReview.Appealed,
            AppealUntil = act.Review == ActReview.Rejected && !act.WasAppealed && settings.Clock.UtcNow < appeal ? appeal : null,
            Places = words.Places(),
        };
    }

    /// <summary>What happened to an act, newest first.</summary>
    /// <param name="act">The act.</param>
    /// <param name="salt">Opens the lines; empty once the courier is gone.</param>
    /// <param name="keys">Open them with the salt.</param>
    /// <param name="who">Names a reviewer; null tells nobody.</param>
    public static IReadOnlyList<ActHistoryLine> History(CivicActState act, byte[] salt, CellKeys keys, Func<ParticipantId, string?>? who) =>
        [.. act.Steps.AsEnumerable().Reverse().Select(step => new ActHistoryLine(
            Instant(step.At), "Acts.Event" + step.Event, step.Level, step.Reason, Open(step.Note, salt, keys), step.By == act.Courier ? null : who?.Invoke(step.By)))];

    /// <summary>A sealed line; null when it is none or its writer is gone.</summary>
    public static string? Open(byte[]? box, byte[] salt, CellKeys keys)
    {
        try
        {
            return box is null || salt.Length == 0 ? null : keys.Open(box, salt);
        }
        catch (CryptographicException)
        {
            return null; // sealed for an account that was closed since
        }
    }

    private IReadOnlyList<ActHistoryLine> History(CivicActState act, byte[] salt) => History(act, salt, keys, null);

    private string? Open(byte[]? box, byte[] salt) => Open(box, salt, keys);

    // Roses in the courier's hands that came around the time of the act.
    private async Task<IReadOnlyList<Choice>> Roses(CivicActState act)
    {
        var span = TimeSpan.FromHours(settings.Options.RoseHours).TotalMilliseconds;
        var held = (await boxes.Read(act.Courier, Box.Held, null, RosesLookedAt))!.Roses
            .Where(item => item.Rose.Latest is { } hop && hop.To == act.Courier && Math.Abs(hop.At - act.At) <= span).ToArray();
        var givers = await people.NamesFor(held.Where(item => !item.Rose.Latest!.Letter.Anonymous).Select(item => item.Rose.Latest!.From));
        return [.. held.Select(item => new Choice(item.Rose.Id.ToString(), texts["Acts.RoseFrom", texts.Moment(item.At),
            (item.Rose.Latest!.Letter.Anonymous ? null : givers.GetValueOrDefault(item.Rose.Latest.From)) ?? names.Citizen(null)]))];
    }

    private static DateTimeOffset Instant(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
