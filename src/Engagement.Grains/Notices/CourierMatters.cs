using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Protection;
using Engagement.Grains.Records;

namespace Engagement.Grains.Notices;

/// <summary>What a courier hears of: acts, letters about them, and requests to correct their civic record. Plain reads of the newest.</summary>
public sealed class CourierMatters(ActReader acts, ProtectionReader letters, RecordReader records)
{
    // Ten acts a day at most: these are weeks for nearly everybody.
    private const int Acts = 30, Letters = 30;

    /// <summary>In no order.</summary>
    public async Task<IReadOnlyList<Notice>> Of(ParticipantId courier)
    {
        var (logged, answered, record) = (acts.Of(courier, 0, Acts), letters.Of(courier, 0, Letters), records.Read(courier));
        return [.. (await logged).SelectMany(NoticeRules.Of), .. (await answered).SelectMany(NoticeRules.Of), .. NoticeRules.Of(await record)];
    }
}
