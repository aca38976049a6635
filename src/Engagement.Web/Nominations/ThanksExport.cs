using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Problems;

namespace Engagement.Web.Nominations;

/// <summary>What the public thanked a courier for, as the courier takes it along: without who said it.</summary>
/// <param name="Code">The code for helmet and box.</param>
/// <param name="Thanks">One for each person.</param>
public sealed record ExportPublicThanks(string? Code, IReadOnlyList<ExportThanks> Thanks);

/// <summary>One person's thanks.</summary>
public sealed record ExportThanks(DateTimeOffset At, string Reason, string Preset, int Times, string State);

/// <summary>Gathers <see cref="ExportPublicThanks"/>.</summary>
public sealed class ThanksExport(Calls calls)
{
    /// <summary>The courier's thanks; null for who never had a code.</summary>
    public async Task<ExportPublicThanks?> Of(ParticipantId me)
    {
        var view = await calls.Nominations(me, mine => mine.Show());
        return view.Code is null && view.Thanks.Count == 0 ? null : new(view.Code, [.. view.Thanks.Select(thanks => new ExportThanks(
            DateTimeOffset.FromUnixTimeMilliseconds(thanks.At).ToOffset(ShanghaiDay.Offset), thanks.Reason, thanks.Preset, thanks.Times, thanks.State.ToString()))]);
    }
}
