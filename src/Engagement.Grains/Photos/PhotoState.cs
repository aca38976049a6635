using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Photos;

/// <summary>One photo: who brought it and which records show it.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.photo.state")]
public sealed class PhotoState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "photo";

    /// <summary>Digest of the content; empty before it was first brought.</summary>
    [Id(0)] public string Hash { get; set; } = "";

    /// <summary>Why it is kept: at most <see cref="PhotoRules.MostHolds"/>; empty once it was deleted.</summary>
    [Id(1)] public List<PhotoHold> Holds { get; set; } = [];

    /// <summary>Its perceptual hash (<see cref="PhotoLook"/>); 0 for none.</summary>
    [Id(2)] public ulong Look { get; set; }

    /// <summary>Whether the store has it.</summary>
    public bool IsKept => Holds.Count > 0;

    /// <summary>When the first of the unused ones is given up; 0 for none.</summary>
    internal long Due => Holds.Where(hold => hold.Use.Length == 0).Select(hold => hold.At + (long)PhotoRules.Unused.TotalMilliseconds).DefaultIfEmpty().Min();

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        foreach (var person in Holds.GroupBy(hold => hold.By))
        {
            yield return new Index(PhotoEffects.Of(person.Key), Hash, person.Min(hold => hold.At));
        }

        if (IsKept)
        {
            foreach (var band in PhotoLook.Members(Look, Hash))
            {
                yield return new Index(PhotoEffects.Looks, band, 0);
            }
        }

        if (Due > 0)
        {
            yield return new Index(RoseEffects.Agenda, PhotoEffects.Entry(Hash), Due);
        }
    }

    /// <summary>Whether the person brought it.</summary>
    public bool IsOf(ParticipantId person) => Holds.Exists(hold => hold.By == person);
}
