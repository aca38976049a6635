namespace Engagement.Contracts;

/// <summary>
/// One photo, under the digest of its content: who brought it and what still shows it. It is deleted when nothing does. The
/// content lies in the photo store; only this grain writes there, so that nobody stores what another one deletes.
/// Key: <c>campaign/hash</c>, SHA-256 of the stored picture as 43 base64url characters.
/// </summary>
[Alias("eng.photo")]
public interface IPhotoGrain : IGrainWithStringKey
{
    /// <summary>
    /// Stores a re-encoded picture for a person. What no record shows within a day is deleted again. Safe to repeat.
    /// </summary>
    /// <returns>Done; Invalid when the content is not what the key says; Frozen when too many people brought this very picture; SwitchedOff while no photos are taken in.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Bring"), ResponseTimeout("00:00:10")] Task<Outcome> Bring(PhotoBrought photo);

    /// <summary>The person's account was closed: whatever they brought is given up.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:10")] Task Forget(ParticipantId person);

    /// <summary>An agenda entry of this photo is due. Late, repeated and concurrent calls are harmless.</summary>
    [Alias("Due"), ResponseTimeout("00:00:20")] Task Due(string entry);
}

/// <summary>A picture that passed the intake.</summary>
/// <param name="By">Who brought it.</param>
/// <param name="Full">JPEG without any metadata.</param>
/// <param name="Small">The same, small.</param>
/// <param name="Look">A perceptual hash of 64 bits: pictures that look alike differ in few of them; 0 for one without any contrast.</param>
[GenerateSerializer, Immutable, Alias("eng.photo.brought")]
public sealed record PhotoBrought([property: Id(0)] ParticipantId By, [property: Id(1)] byte[] Full, [property: Id(2)] byte[] Small, [property: Id(3)] ulong Look = 0)
{
    /// <summary>The size only: Orleans writes the arguments of late calls into its log.</summary>
    public override string ToString() => $"{Full.Length} bytes";
}
