using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Stars;

/// <summary>A volunteer's stars, and the application that is open.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.star.state")]
public sealed class StarState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "star";

    /// <summary>Whose.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Awarded, lowest first: levels only rise.</summary>
    [Id(1)] public List<StarAward> Awards { get; set; } = [];

    /// <summary>The latest application; null before the first.</summary>
    [Id(2)] public StarApplication? Application { get; set; }

    /// <summary>Objections to it, oldest first; at most <see cref="ObjectToStar.Most"/>.</summary>
    [Id(3)] public List<StarObjection> Objections { get; set; } = [];

    /// <summary>Barred from stars; null for almost everybody. It goes when it is over: nothing negative stays.</summary>
    [Id(4)] public StarBar? Bar { get; set; }

    /// <summary>District of residence when last looked at: whose reviewers decide.</summary>
    [Id(5)] public string? District { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(6)] public CommandLog Commands { get; set; } = new();

    /// <summary>The account was closed.</summary>
    [Id(7)] public bool Locked { get; set; }

    /// <summary>Wrong names of today, typed by people who check a certificate.</summary>
    [Id(8)] public DailyTries Names { get; set; }

    /// <summary>The highest star; 0 for none.</summary>
    public int Level => Awards.Count == 0 ? 0 : Awards[^1].Level;

    /// <summary>An application that somebody still has to decide about.</summary>
    public StarApplication? Open => Application is { Stage: StarStage.Applied or StarStage.Notice } open ? open : null;

    /// <summary>Objections that wait for a reviewer.</summary>
    public bool IsObjected => Objections.Exists(objection => objection.Answer == null);

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Level > 0)
        {
            yield return new Count(StarEffects.Totals, $"level:{Level}", 1);
        }

        foreach (var award in Locked ? [] : Awards)
        {
            yield return new Index(StarEffects.Certificates, StarEffects.Numbered(award.Number, Id), 0);
        }

        if (Bar is { } bar)
        {
            yield return new Index(RoseEffects.Agenda, StarEffects.BarEntry(Id), bar.Until);
            if (bar.Appeal == StarAppeal.Open)
            {
                yield return new Index(StarEffects.Appeals(District), StarEffects.Member(Id), bar.AppealedAt);
            }
        }

        if (Application is { Stage: StarStage.Applied } applied)
        {
            yield return new Index(StarEffects.Review(District), StarEffects.Member(Id), applied.At);
        }

        if (Application is not { Stage: StarStage.Notice } notice)
        {
            yield break;
        }

        if (!notice.Minor)
        {
            yield return new Index(StarEffects.Notices, StarEffects.Member(Id), notice.NoticeUntil);
        }

        yield return IsObjected
            ? new Index(StarEffects.Objected(District), StarEffects.Member(Id), notice.NoticeUntil)
            : new Index(RoseEffects.Agenda, StarEffects.AwardEntry(Id), notice.Look);
    }
}

/// <summary>A star.</summary>
/// <param name="Level">From 1.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Minutes">Minutes that counted then.</param>
/// <param name="Number">Number of its certificate.</param>
[GenerateSerializer, Immutable, Alias("eng.star.award")]
public readonly record struct StarAward([property: Id(0)] int Level, [property: Id(1)] long At, [property: Id(2)] int Minutes, [property: Id(3)] CertificateNumber Number);

/// <summary>An application.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.star.application")]
public sealed record StarApplication
{
    /// <summary>Star that is applied for.</summary>
    [Id(0)] public int Level { get; init; }

    /// <summary>Where it is.</summary>
    [Id(1)] public StarStage Stage { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [Id(2)] public long At { get; init; }

    /// <summary>The notice may show the masked name.</summary>
    [Id(3)] public bool ShowName { get; init; }

    /// <summary>Below 18 when it was reviewed: the notice shows nothing of it.</summary>
    [Id(4)] public bool Minor { get; init; }

    /// <summary>Minutes that counted when it was looked at last.</summary>
    [Id(5)] public int Minutes { get; init; }

    /// <summary>Who reviewed it; none before.</summary>
    [Id(6)] public ParticipantId ReviewedBy { get; init; }

    /// <summary>Unix milliseconds at which the notice began; 0 before.</summary>
    [Id(7)] public long NoticeFrom { get; init; }

    /// <summary>Unix milliseconds at which the notice ends.</summary>
    [Id(8)] public long NoticeUntil { get; init; }

    /// <summary>Unix milliseconds at which the agenda looks: the notice's end, or a day later each time hours are being looked at.</summary>
    [Id(9)] public long Look { get; init; }

    /// <summary>Why it was declined.</summary>
    [Id(10)] public StarRefusal Refusal { get; init; }

    /// <summary>Unix milliseconds of the end, whichever; 0 while it is open.</summary>
    [Id(11)] public long EndedAt { get; init; }
}

/// <summary>An objection.</summary>
/// <param name="Number">From 1.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Note">More about it, sealed under the objector's salt; null for nothing.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Answer">Whether a reviewer found it right; null while it waits.</param>
[GenerateSerializer, Immutable, Alias("eng.star.objection")]
public sealed record StarObjection(
    [property: Id(0)] int Number, [property: Id(1)] ParticipantId By, [property: Id(2)] StarObjectionReason Reason, [property: Id(3)] byte[]? Note, [property: Id(4)] long At,
    [property: Id(5)] bool? Answer);

/// <summary>A bar.</summary>
/// <param name="By">Reviewer.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">Unix milliseconds.</param>
/// <param name="Until">Unix milliseconds.</param>
/// <param name="Appeal">What became of the appeal.</param>
/// <param name="AppealedAt">Unix milliseconds; 0 for none.</param>
[GenerateSerializer, Immutable, Alias("eng.star.bar")]
public sealed record StarBar(
    [property: Id(0)] ParticipantId By, [property: Id(1)] StarBarReason Reason, [property: Id(2)] long From, [property: Id(3)] long Until,
    [property: Id(4)] StarAppeal Appeal = StarAppeal.None, [property: Id(5)] long AppealedAt = 0);
