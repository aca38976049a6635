using Engagement.Contracts;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityGrain
{
    /// <inheritdoc/>
    public Task<SignUpReceipt> SignUp(CommandId command, ParticipantId by, int shift) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Leave(CommandId command, ParticipantId by, int shift, ExcuseReason reason) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Admit(CommandId command, ParticipantId by, ParticipantId person, int shift, bool admit) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> MarkAbsent(CommandId command, ParticipantId by, ParticipantId person, int shift) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Excuse(CommandId command, ParticipantId by, int shift, ExcuseReason reason) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Receipt> Feedback(CommandId command, ParticipantId by, int shift, ActivityFeedback feedback) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<SignUpCard> SignUpOf(ParticipantId person, int shift) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task Forget(ParticipantId person) => throw new NotSupportedException();
}
