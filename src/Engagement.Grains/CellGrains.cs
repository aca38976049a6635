using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains;

/// <summary>
/// References to this cell's grains. <see cref="IGrainFactory"/> looks an interface's type up by reflection at every
/// GetGrain, 7 us each (docs/decisions/0003); here it is asked once.
/// </summary>
public sealed class CellGrains(IGrainFactory grains, Cell cell)
{
    private readonly Kind<IRoseGrain> _roses = new(grains, cell);
    private readonly Kind<IBouquetGrain> _bouquets = new(grains, cell);
    private readonly Kind<IParticipantGrain> _participants = new(grains, cell);
    private readonly Kind<IIdentityGrain> _identities = new(grains, cell);
    private readonly Kind<ISignInGrain> _signIns = new(grains, cell);

    /// <summary>A rose.</summary>
    public IRoseGrain Rose(RoseId id) => _roses.Of(id.ToString());

    /// <summary>A bouquet.</summary>
    public IBouquetGrain Bouquet(BouquetId id) => _bouquets.Of(id.ToString());

    /// <summary>A person.</summary>
    public IParticipantGrain Participant(ParticipantId id) => _participants.Of(id.ToString());

    /// <summary>A WeChat identity, by its HMAC.</summary>
    public IIdentityGrain Identity(string id) => _identities.Of(id);

    /// <summary>A web sign-in on its way, by its state.</summary>
    public ISignInGrain SignIn(string state) => _signIns.Of(state);

    private sealed class Kind<T>(IGrainFactory grains, Cell cell) where T : IGrainWithStringKey
    {
        private Types? _types;

        public T Of(string id)
        {
            var key = cell.GrainKey(id);
            if (_types is { } types)
            {
                return (T)grains.GetGrain(GrainId.Create(types.Grain, key), types.Interface);
            }

            var first = grains.GetGrain<T>(key);
            _types = new(first.GetGrainId().Type, ((GrainReference)(object)first).InterfaceType);
            return first;
        }
    }

    private sealed record Types(GrainType Grain, GrainInterfaceType Interface);
}
