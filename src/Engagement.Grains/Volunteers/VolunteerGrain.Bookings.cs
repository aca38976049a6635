using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    /// <inheritdoc/>
    public Task<HoldReceipt> Hold(ActivityId activity, int shift, long start, long end) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task Booked(ActivityId activity, int shift, SignUpCard card) => throw new NotSupportedException();
}
