using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Moderation;

/// <inheritdoc cref="IMediaChecks"/>
public sealed partial class MediaChecks(CellGrains grains, StoreConnection store, RecordFormat format, Cell cell) : IMediaChecks
{
    private const int LongestUrl = 1_024, LongestTrace = 128;

    /// <inheritdoc/>
    public Task<MediaState> Submit(MediaSubmission media) =>
        !HashForm().IsMatch(media.Hash) ? throw new ArgumentException("Hash must be SHA-256 as 43 base64url characters.", nameof(media))
        : media.Url.Length > LongestUrl || !Uri.TryCreate(media.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps
            ? throw new ArgumentException("Url must be an absolute https address of at most 1,024 characters.", nameof(media))
        : !Enum.IsDefined(media.Kind) || media.By.IsNone ? throw new ArgumentException("Kind and By must be given.", nameof(media))
        : grains.Media(media.Hash).Submit(media);

    /// <inheritdoc/>
    public async Task<MediaState> Find(string hash) =>
        HashForm().IsMatch(hash) && (byte[]?)await store.Database.StringGetAsync(cell.Record(MediaRecord.Kind, hash)) is { } record
            ? format.Read<MediaRecord>(record).State
            : MediaState.None;

    /// <inheritdoc/>
    public async Task Answered(MediaAnswer answer)
    {
        if (answer.TraceId.Length is < 1 or > LongestTrace || answer.TraceId.Contains(' '))
        {
            return;
        }

        // All scores are 0, so the set is in alphabetical order and the number alone finds its medium.
        RedisValue from = answer.TraceId + " ", to = answer.TraceId + "!";
        var found = await store.Database.SortedSetRangeByValueAsync(cell.Key(MediaRecord.Traces), from, to, Exclude.Stop, take: 2);
        if (found is [var member] && ((string)member!).Split(' ') is [_, var hash])
        {
            await grains.Media(hash).Answered(answer);
        }
    }

    /// <inheritdoc/>
    public Task<Receipt> Review(string hash, ParticipantId by, bool pass) =>
        HashForm().IsMatch(hash) ? grains.Media(hash).Review(by, pass) : Task.FromResult(new Receipt(Outcome.NotFound));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{43}\z")]
    private static partial Regex HashForm();
}
