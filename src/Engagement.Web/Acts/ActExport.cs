using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Photos;

namespace Engagement.Web.Acts;

/// <summary>A person's acts for their export, with what reviewers said and without who they are.</summary>
public sealed class ActExport(ActReader acts, CellKeys keys)
{
    private const int Page = 200;

    /// <summary>All of them, newest first.</summary>
    public async Task<IReadOnlyList<ExportAct>> Of(ParticipantState person)
    {
        var all = new List<ExportAct>();
        IReadOnlyList<CivicActState> page;
        do
        {
            page = await acts.Of(person.Id, all.Count, Page);
            all.AddRange(page.Select(act => Of(act, person.Salt)));
        }
        while (page.Count == Page);
        return all;
    }

    private ExportAct Of(CivicActState act, byte[] salt) => new(
        act.Id.ToString(), act.What, Moment(act.At), Moment(act.LoggedAt), act.Company, act.District, act.Community, act.Photo is { } photo ? PhotoAddress.Of(photo) : null,
        ActShelf.Open(act.Note, salt, keys), act.Level.ToString(), act.Review.ToString(), act.Hidden,
        [.. act.Steps.Select(step => new ExportActStep(Moment(step.At), step.Event.ToString(), step.Level.ToString(), step.Reason.ToString(), ActShelf.Open(step.Note, salt, keys)))]);

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}

/// <summary>A civic act that the person logged.</summary>
public sealed record ExportAct(
    string Act, string Kind, DateTimeOffset At, DateTimeOffset LoggedAt, string? Company, string? District, string? Community, string? Photo, string? Note,
    string Level, string Review, bool Hidden, IReadOnlyList<ExportActStep> History);

/// <summary>A step of its history.</summary>
public sealed record ExportActStep(DateTimeOffset At, string Event, string Level, string Reason, string? Note);
