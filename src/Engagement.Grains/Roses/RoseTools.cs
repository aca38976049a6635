using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Engagement.Grains.Roses;

/// <summary>What deciding about a rose takes.</summary>
internal sealed record RoseTools(
    CampaignSettings Settings, CellKeys Keys, RoseReader Reader, LetterWriter Letters, LetterOpener Opener, ITextChecks Checks, ICatalogue Catalogue,
    CellGrains Grains, Cell Cell,
    IOptions<PaperOptions> Paper, LedgerStorage Ledger, [FromKeyedServices(LedgerStorage.Name)] IGrainStorage Storage, IEnumerable<IChangeObserver> Observers)
{
    private static readonly GrainType Kind = GrainType.Create(RoseState.Kind);

    /// <summary>The rose's record, not read yet.</summary>
    public StoredRecord<RoseState> Record(string rose) => new(RoseState.Kind, GrainId.Create(Kind, Cell.GrainKey(rose)), Storage);
}
