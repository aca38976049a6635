using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;

namespace Engagement.Web.Boards;

/// <summary>Begins the week in which a process starts, and the campaign; from then on each week begins the next. Whatever is away, this is no reason to end.</summary>
internal sealed class PublicationStart(CellGrains grains, CampaignSettings settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = settings.Clock.UtcNow;
                if (now < settings.Campaign.End)
                {
                    var first = now < settings.Campaign.Start ? settings.Campaign.Start : now;
                    await grains.Publication(PublicationPeriod.WeekOf(ShanghaiDay.Of(first))).Begin();
                    await grains.Publication(PublicationPeriod.All).Begin();
                }

                return;
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }
}
