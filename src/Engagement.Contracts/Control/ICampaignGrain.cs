namespace Engagement.Contracts;

/// <summary>
/// What operators change while the campaign runs. Key: <c>campaign/control</c>. Every process reads it within ten seconds; commands that were
/// under way then may still pass. That the caller is an operator its caller has asked; every change is audited.
/// </summary>
[Alias("eng.control")]
public interface ICampaignGrain : IGrainWithStringKey
{
    /// <summary>Changes a field. What holds already changes nothing. Invalid names <c>field</c>, <c>value</c> or <c>reason</c>.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="field">What.</param>
    /// <param name="value">As <see cref="ControlField"/> says; empty for what the configuration says.</param>
    /// <param name="reason">Why: 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Set"), ResponseTimeout("00:00:05")]
    Task<Receipt> Set(CommandId command, ParticipantId by, ControlField field, string value, string reason);

    /// <summary>Freezes one unit, or lets it go on. Invalid names <c>unit</c> or <c>reason</c>.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="unit">As <see cref="ControlUnit"/> says, of the reference data.</param>
    /// <param name="frozen">Whether it is frozen from now on.</param>
    /// <param name="reason">Why: 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Freeze"), ResponseTimeout("00:00:05")]
    Task<Receipt> Freeze(CommandId command, ParticipantId by, string unit, bool frozen, string reason);

    /// <summary>
    /// Gives a preset letter other words. Letters that were written keep theirs: each wording has an id of its own, and who chose the old one
    /// before is read as they chose. Invalid names <c>preset</c> (unknown, or there are 300 wordings), <c>zh</c>, <c>en</c> or <c>reason</c>.
    /// </summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="preset">Id of the seed.</param>
    /// <param name="words">Checked like the seed: length, inducements to share, the moderator's lists.</param>
    /// <param name="reason">Why: 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Reword"), ResponseTimeout("00:00:05")]
    Task<Receipt> Reword(CommandId command, ParticipantId by, string preset, PresetWords words, string reason);

    /// <summary>
    /// Takes a change back: its field is again what it was before. AlreadyDecided when the field was changed since; NotFound for a change that is not
    /// among the latest.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Undo"), ResponseTimeout("00:00:05")]
    Task<Receipt> Undo(CommandId command, ParticipantId by, int change);

    /// <summary>What was changed.</summary>
    [Alias("Show")] Task<ControlCard> Show();
}
