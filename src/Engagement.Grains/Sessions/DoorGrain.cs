using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Sessions;

/// <inheritdoc cref="IDoorGrain"/>
/// <remarks>Not reentrant: one answer, one entry. Should the cluster for moments have two activations of a ticket, one of them knows nothing of it.</remarks>
[CollectionAgeLimit(Minutes = 3)]
public sealed class DoorGrain(ICampaignClock clock) : Grain, IDoorGrain
{
    /// <summary>How long a code can be scanned and answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private byte[]? _browser;
    private int _number;
    private string _kind = "";
    private int[] _choices = [];
    private DateTimeOffset _until;
    private DoorStep _step = new(DoorState.Over);

    /// <inheritdoc/>
    public Task Open(string browser, int number, string kind)
    {
        if (_browser is null)
        {
            (_browser, _number, _kind, _until, _step) = (Encoding.ASCII.GetBytes(browser), number, kind, clock.RealNow + Lifetime, new(DoorState.Waiting));
            _choices = Choices(number);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DoorQuestion?> Look() => Task.FromResult(IsWaiting ? new DoorQuestion(_choices, _kind) : null);

    /// <inheritdoc/>
    public Task<Outcome> Answer(ParticipantId by, int number)
    {
        if (!IsWaiting)
        {
            // The same phone's tap that came twice, or whose answer was lost.
            return Task.FromResult(_step.State == DoorState.LetIn && _step.By == by && number == _number ? Outcome.Done : Outcome.Expired);
        }

        _step = number == _number ? new(DoorState.LetIn, by) : new(DoorState.Refused);
        return Task.FromResult(number == _number || number == 0 ? Outcome.Done : Outcome.Forbidden);
    }

    /// <inheritdoc/>
    public Task<DoorStep> Ask(string browser)
    {
        var step = _browser is not null && CryptographicOperations.FixedTimeEquals(_browser, Encoding.ASCII.GetBytes(browser)) && clock.RealNow < _until
            ? _step
            : new(DoorState.Over);
        if (step.State == DoorState.LetIn)
        {
            (_step, _until) = (new(DoorState.Over), default); // in once
        }

        return Task.FromResult(step);
    }

    private bool IsWaiting => _step.State == DoorState.Waiting && clock.RealNow < _until;

    private static int[] Choices(int number)
    {
        var choices = new List<int> { number };
        while (choices.Count < 3)
        {
            var other = RandomNumberGenerator.GetInt32(10, 100);
            if (!choices.Contains(other))
            {
                choices.Add(other);
            }
        }

        int[] mixed = [.. choices];
        RandomNumberGenerator.Shuffle<int>(mixed);
        return mixed;
    }
}
