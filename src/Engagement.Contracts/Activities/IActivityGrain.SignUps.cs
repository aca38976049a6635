namespace Engagement.Contracts;

public partial interface IActivityGrain
{
    /// <summary>
    /// Signs up for a shift, takes the place that the waitlist offered, or says yes to a change. A full shift's waitlist is Done, too.
    /// Overlaps when the person has another place at that time, Full when the waitlist is full, Forbidden names the gate, Expired after the start.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("SignUp"), ResponseTimeout("00:00:05")]
    Task<SignUpReceipt> SignUp(CommandId command, ParticipantId by, int shift);

    /// <summary>Takes a sign-up back, until the start. Invalid names <c>reason</c> when it is less than 12 hours away and none is given.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Leave"), ResponseTimeout("00:00:05")]
    Task<Receipt> Leave(CommandId command, ParticipantId by, int shift, ExcuseReason reason);

    /// <summary>An organiser confirms a sign-up that waits for them, or takes a place back. Safe to repeat; AlreadyDecided when the person stands elsewhere by now.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Admit"), ResponseTimeout("00:00:05")]
    Task<Receipt> Admit(ParticipantId by, ParticipantId person, int shift, bool admit);

    /// <summary>
    /// An organiser, or somebody with a place in the same shift, notes who did not come, from its end on for seven days. The person sees who
    /// noted it. Safe to repeat; AlreadyDecided for who came, is excused or was noted by somebody else.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("MarkAbsent"), ResponseTimeout("00:00:05")]
    Task<Receipt> MarkAbsent(ParticipantId by, ParticipantId person, int shift);

    /// <summary>Says why one did not come, in one tap: the note stays, and counts for nothing.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Excuse"), ResponseTimeout("00:00:05")]
    Task<Receipt> Excuse(CommandId command, ParticipantId by, int shift, ExcuseReason reason);

    /// <summary>What a participant says of the activity, from the start of their shift on, or that they don't want to be asked.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Feedback"), ResponseTimeout("00:00:05")]
    Task<Receipt> Feedback(CommandId command, ParticipantId by, int shift, ActivityFeedback feedback);

    /// <summary>Where a person stands with a shift: for their own record, which keeps their time.</summary>
    [Alias("SignUpOf")] Task<SignUpCard> SignUpOf(ParticipantId person, int shift);

    /// <summary>The person may not come any more, as a guardian took the consent back: what lies ahead is taken back, all else stays. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task Withdraw(ParticipantId person);

    /// <summary>The person's account was closed: what lies ahead is taken back, what they said goes. Attendance stays. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget(ParticipantId person);
}
