using System.Globalization;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Notices;

/// <inheritdoc cref="INoticeGrain"/>
/// <remarks>Not reentrant: one look at the inbox ends before the next begins, so two of them never send for the same notices.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed partial class NoticeGrain(
    [PersistentState(NoticeState.Kind, LedgerStorage.Name)] IPersistentState<NoticeState> notices,
    CampaignSettings settings, CellKeys keys, Cell cell, CellGrains grains, NoticeReader reader, NoticeTimes times, INoticeSender sender,
    IOptions<NoticeOptions> options, IEnumerable<IForgetting> forgetting) : LedgerGrain<NoticeState>(notices, settings.Clock), INoticeGrain
{
    private const int LongestOpenId = 128;

    private ParticipantId Person => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var person) ? person : default;

    /// <inheritdoc/>
    public Task Answered(PushFrom push, IReadOnlyList<SubscriptionAnswer> answers) =>
        Hear(push.OpenId, () => CreditRules.Answer(State, Digest(push), answers, options.Value));

    /// <inheritdoc/>
    public async Task<bool> AnsweredInMiniProgram(string key, IReadOnlyList<SubscriptionAnswer> answers)
    {
        if (Person.IsNone || await grains.Participant(Person).MiniProgramReach() is null)
        {
            await DurableAsync();
            return Exists ? false : Nothing(false);
        }

        Change(_ =>
        {
            State.Id = Person;
            CreditRules.Answer(State, Content.Of("mini", key), answers, options.Value, inMiniProgram: true);
            return true;
        });
        await CommitAsync();
        await Hint();
        return true;
    }

    /// <inheritdoc/>
    public Task Follow(PushFrom push, bool follows, DateTimeOffset at) =>
        Hear(push.OpenId, () => CreditRules.Follow(State, follows, at.ToUnixTimeMilliseconds()));

    /// <inheritdoc/>
    public async Task Reported(PushFrom push, DeliveryReport report)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            CreditRules.Report(State, Digest(push), report);
            return true;
        });
        await CommitAsync();
        await Hint();
    }

    /// <inheritdoc/>
    public async Task<ReachView> Show()
    {
        var view = new ReachView(State.OpenId is not null, State.Following, [.. State.Credits],
            [.. State.Sent.AsEnumerable().Reverse().Select(sent => new SentMessage(DateTimeOffset.FromUnixTimeMilliseconds(sent.At), sent.TemplateId, sent.Count, sent.State))]);
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (Person.IsNone)
        {
            return;
        }

        try
        {
            switch (entry.Split(':'))
            {
                case ["erase", _]:
                    await Erase(entry);
                    break;
                case ["notice", _, var text] when long.TryParse(text, CultureInfo.InvariantCulture, out var minute) && minute * 60_000 <= Clock.UtcNow.ToUnixTimeMilliseconds():
                case ["digest", _] when State.DigestDue > 0 && State.DigestDue <= Clock.UtcNow.ToUnixTimeMilliseconds():
                    await Look(entry);
                    break;
            }
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
            // A late sweeper: somebody took the entry, and sent what was to be sent.
        }
    }

    // A person who never entered, or has left, is not kept: whatever WeChat tells of them.
    private async Task Hear(string openId, Action rule)
    {
        if (openId.Length is < 1 or > LongestOpenId || Person.IsNone || !await grains.Participant(Person).IsOpen())
        {
            return;
        }

        var salt = RandomNumberGenerator.GetBytes(16); // gathered before the turn, like every random value
        var box = keys.Seal(openId, salt);
        Change(_ =>
        {
            if (!State.Erased)
            {
                State.Id = Person;
                if (State.OpenId is null || keys.Open(State.OpenId, State.Salt) != openId)
                {
                    (State.OpenId, State.Salt) = (box, salt);
                    State.Touch();
                }

                rule();
            }

            return true;
        });
        await CommitAsync();
        await Hint();
    }

    private async Task Erase(string entry)
    {
        foreach (var feature in forgetting)
        {
            await feature.Forget(Person); // before the entry is taken: what fails is tried again
        }

        Change(_ =>
        {
            State.Id = Person;
            CreditRules.Erase(State);
            CreditRules.Done(State, entry);
            return true;
        });
        await CommitAsync();
    }

    // The person's record knows whether a message could be sent: only then do gifts write entries for them. When this call
    // fails, the next event or look repeats it.
    private async Task Hint()
    {
        var usable = CreditRules.Usable(State, options.Value) is not null;
        if (usable == State.Hinted || State.Erased)
        {
            return;
        }

        await grains.Participant(Person).Reachable(usable);
        Change(_ =>
        {
            State.Hinted = usable;
            State.Touch();
            return true;
        });
        await CommitAsync();
    }

    private static ulong Digest(PushFrom push) => Content.Of("push", push.Key);
}
