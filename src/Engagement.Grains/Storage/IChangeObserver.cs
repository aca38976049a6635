namespace Engagement.Grains.Storage;

/// <summary>Sees every turn of every grain with a record. None in production; the tests' one finds state that changed outside a turn.</summary>
internal interface IChangeObserver
{
    /// <summary>A turn begins, or a record was just read (<paramref name="read"/>).</summary>
    void Entering(LedgerState state, bool read);

    /// <summary>A turn ended.</summary>
    void Leaving(LedgerState state);
}
