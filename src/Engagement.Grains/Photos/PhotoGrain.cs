using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Photos;

/// <inheritdoc cref="IPhotoGrain"/>
/// <remarks>Not reentrant: what is stored is not deleted at the same time.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed class PhotoGrain(
    [PersistentState(PhotoState.Kind, LedgerStorage.Name)] IPersistentState<PhotoState> photo,
    CampaignSettings settings, Cell cell, IPhotoStore pictures, StoreConnection store) : LedgerGrain<PhotoState>(photo, settings.Clock), IPhotoGrain
{
    private string Hash => cell.IdOf(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<Outcome> Bring(PhotoBrought photo)
    {
        if (PhotoHash.Of(photo.Full) != Hash || photo.By.IsNone)
        {
            return Nothing(Outcome.Invalid);
        }

        if (settings.Control.IsOff(ControlField.Photos))
        {
            await DurableAsync();
            return Exists ? Outcome.SwitchedOff : Nothing(Outcome.SwitchedOff);
        }

        if (PhotoRules.Bring(State.Holds, photo.By, Clock.UtcNow) is not { } holds)
        {
            await DurableAsync();
            return Outcome.Frozen;
        }

        await pictures.Put(photo.Full, photo.Small); // before the record says so, and again whenever it is brought
        await Set(holds, null, photo.Look);
        return Outcome.Done;
    }

    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        if (State.IsKept)
        {
            await Set(PhotoRules.Forget(State.Holds, person), null);
        }
        else
        {
            Nothing(true);
        }
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        switch (entry.Split(':'))
        {
            case [PhotoEffects.KeepKind, _, var by, var use] when ParticipantId.TryParse(by, out var person):
                await Take(entry, holds => PhotoRules.Keep(holds, person, use, Clock.UtcNow));
                break;
            case [PhotoEffects.DropKind, _, var by, var use] when ParticipantId.TryParse(by, out var person):
                await Due(PhotoEffects.KeepKind + entry[PhotoEffects.DropKind.Length..]); // the same record's earlier word, if it still waits
                await Take(entry, holds => PhotoRules.Drop(holds, person, use));
                break;
            case [PhotoState.Kind, _] when State.IsKept:
                await Set(PhotoRules.Expire(State.Holds, Clock.UtcNow), null);
                break;
        }
    }

    private async Task Take(string message, Func<IReadOnlyList<PhotoHold>, List<PhotoHold>> rule)
    {
        if (await store.Database.SortedSetScoreAsync(cell.Key(RoseEffects.Agenda), message) is null)
        {
            return; // a late sweeper: it was done before
        }

        try
        {
            await Set(rule(State.Holds), message);
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
            // Another activation of this photo was faster.
        }
    }

    // What nobody needs is deleted before the record says so: a crash in between repeats it, and leaves nothing behind.
    private async Task Set(List<PhotoHold> holds, string? message, ulong? look = null)
    {
        if (holds.Count == 0 && State.IsKept)
        {
            await pictures.Delete(Hash);
        }

        Change(_ =>
        {
            PhotoRules.Set(State, Hash, holds, look);
            if (message is not null)
            {
                State.Follow(new Take(RoseEffects.Agenda, message));
            }

            return true;
        });
        await CommitAsync();
    }
}
