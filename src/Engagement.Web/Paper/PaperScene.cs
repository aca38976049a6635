using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Boards;
using Engagement.Web.Journeys;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Paper;

/// <summary>Looks a printed code up: plain reads, no grain, and nothing is written.</summary>
public sealed class PaperScene(PaperCodes codes, BatchReader batches, RoseReader roses, CampaignSettings settings, Names names, IStringLocalizer<Texts> texts,
    JourneyBook journeys, PeopleReader people)
{
    /// <summary>The page of a code; null for one that no batch of this campaign has.</summary>
    public async Task<PaperPage?> Of(string written, ParticipantId me)
    {
        if (!codes.TryRead(written, out var code) || await batches.Of(code) is not { } batch)
        {
            return null;
        }

        var way = CodeAlphabet.Normalise(written)!;
        var rose = batch.IsBound(code.Serial) ? await roses.Read(codes.Rose(batch.CodeOf(code.Serial))) : null;
        var page = rose is null ? new PaperPage(PaperStage.New, way) : await Of(rose, me, way);
        return (batch.VoidOf(code.Serial) is { } end ? page with { Stage = end.ReplacedBy > 0 && rose?.Status != RoseStatus.Voided ? PaperStage.Replaced : PaperStage.Void } : page) with
        {
            SignIn = me.IsNone ? "/signin?returnUrl=" + Uri.EscapeDataString("/p/" + way) : null, Seed = Couriers(batch.Seed),
            Short = Printed(codes.Short(code)),
        };
    }

    /// <summary>The page of a rose that the reader may hold without its paper at hand.</summary>
    public async Task<PaperPage> Of(RoseState rose, ParticipantId me, string? code = null)
    {
        var now = settings.Clock.UtcNow;
        var paper = rose.Paper!;
        var open = paper.OpenUntil > now.ToUnixTimeMilliseconds();
        var mine = !me.IsNone && rose.Holder == me;
        var stage = rose.Status == RoseStatus.Voided ? PaperStage.Void
            : paper.FrozenAt > 0 ? PaperStage.Frozen
            : paper.Free ? mine ? PaperStage.MineFree : PaperStage.Free
            : mine ? open ? PaperStage.Handing : PaperStage.Mine
            : rose.Lies ? PaperStage.Lying
            : open ? PaperStage.Open
            : PaperStage.Held;
        var days = (ShanghaiDay.DateOf(ShanghaiDay.Of(now)).DayNumber - ShanghaiDay.DateOf(rose.BornDay).DayNumber) + 1;
        return new(stage, code, rose.Id.ToString(), (int)await roses.People(rose), rose.Hops, Math.Max(1, days))
        {
            Until = open ? DateTimeOffset.FromUnixTimeMilliseconds(paper.OpenUntil) : null, Seed = Couriers(paper.Seed),
            Journey = await journeys.Of(rose), Travelled = paper.Sighted is not null,
            Station = rose.Lies ? (rose.Holder.ToString(), await people.NameFor(rose.Holder) ?? "") : null,
        };
    }

    /// <summary>A short code in two groups of four, as it is printed.</summary>
    public static string Printed(string code) => code.Length == PaperCode.ShortLength ? $"{code[..4]}-{code[4..]}" : code;

    private string? Couriers(string? seed) => seed is null or IssueBatch.Pool ? Company(seed) : texts["Paper.CouriersOf", Company(seed)!].Value;

    /// <summary>Name of a batch's receiver; null for none.</summary>
    public string? Company(string? seed) => seed is null ? null : seed == IssueBatch.Pool ? texts["Paper.Pool"] : names.Company(seed) ?? seed;
}
