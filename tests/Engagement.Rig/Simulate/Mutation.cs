namespace Engagement.Rig.Simulate;

/// <summary>A protection that the model takes away, to see that the simulation notices. None of them is a switch of the product.</summary>
internal enum Mutation
{
    /// <summary>Nothing is taken away.</summary>
    None = 0,

    /// <summary>Commands are forgotten as soon as they are carried out.</summary>
    Idempotency,

    /// <summary>The store writes whatever version is stored.</summary>
    Version,

    /// <summary>After a failed write the activation goes on with its state, and its effects count as written.</summary>
    Lease,

    /// <summary>An answer does not wait for its commit.</summary>
    Durability,

    /// <summary>One counter is not written.</summary>
    Effect,

    /// <summary>What happens once happens every time.</summary>
    Once,

    /// <summary>A message is carried out, whether it still waits or not.</summary>
    Take,

    /// <summary>A record is born over an existing one, by a command that was forgotten.</summary>
    Birth,

    /// <summary>A record is written without its effects being part of the same commit: they follow, if nothing fails between.</summary>
    Atomicity,
}
