using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Notices;

public sealed partial class NoticeGrain
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    // Looks at the inbox and sends at most one message about it. First the credit is taken and the message written down, in the
    // commit that takes the entry; only then is it handed over: whatever gets lost, nobody is told twice.
    private async Task Look(string entry)
    {
        var (card, inbox) = (await grains.Participant(Person).Notices(), await reader.Read(Person));
        var now = Clock.UtcNow;
        var turn = times.TurnOf(now).ToUnixTimeMilliseconds();
        var fresh = card.Open && !card.Choice.Off && inbox is not null ? Untold(inbox, card.Choice.Muted) : [];
        var rides = fresh.Length > 0 && card.Rider && times.RidingUntil(now) is { } until && (await grains.Courier(Person).Card()).Active ? until : (DateTimeOffset?)null;
        var told = times.IsQuiet(now) || State.Turn >= turn;
        var waits = fresh.Length > 0 && (told || rides is not null);
        var template = fresh.Length > 0 && !waits ? CreditRules.Usable(State, options.Value) : null;
        // The mini program's openid lies with the person; whoever has a credit of its templates has one.
        var mini = template?.IsOfMiniProgram == true ? await grains.Participant(Person).MiniProgramReach() : null;
        if (template is null || template.IsOfMiniProgram && mini is null || !await InBudget(now))
        {
            await Close(entry, waits ? (told ? times.Next(now) : rides!.Value).ToUnixTimeMilliseconds() : 0);
            return;
        }

        var before = (State.ToldUpTo, State.Turn);
        var message = Change(at =>
        {
            State.Id = Person;
            CreditRules.Begin(State, template, fresh.Length, fresh.Max(notice => notice.At).ToUnixTimeMilliseconds(), turn, at.ToUnixTimeMilliseconds());
            CreditRules.Done(State, entry);
            return new OutgoingNotice(mini?.Value ?? keys.Open(State.OpenId!, State.Salt), template, fresh.CountBy(notice => notice.Kind).ToDictionary(),
                fresh.Max(notice => notice.At), card.Choice.Language, KeyOf(at));
        });
        await CommitAsync();

        var result = await sender.Send(message);
        Change(at =>
        {
            var retry = at + Later;
            retry = times.IsQuiet(retry) ? times.Next(retry) : retry;
            CreditRules.Finish(State, template, result, before, result.Outcome == SendOutcome.NotNow ? retry.ToUnixTimeMilliseconds() : at.ToUnixTimeMilliseconds());
            return true;
        });
        await CommitAsync();
        await grains.Participant(Person).Rest(times.Next(now));
        await Hint();
    }

    private async Task Close(string entry, long next)
    {
        Change(_ =>
        {
            State.Id = Person;
            CreditRules.Done(State, entry);
            if (next > 0 && !State.Erased)
            {
                CreditRules.Look(State, next);
            }

            return true;
        });
        await CommitAsync();
        if (next > 0)
        {
            await grains.Participant(Person).Rest(DateTimeOffset.FromUnixTimeMilliseconds(next));
        }
    }

    // What happened since the last message, was not read since, and is wanted.
    private Notice[] Untold(Inbox inbox, NoticeTopics muted) =>
        [.. inbox.Notices.Where(notice => notice.At.ToUnixTimeMilliseconds() > State.ToldUpTo && notice.At > inbox.ReadUpTo && !muted.HasFlag(notice.Topic))];

    // Of what does not fit into the day, the inbox tells.
    private Task<bool> InBudget(DateTimeOffset now) => grains.Quota(ShanghaiDay.Of(now)).Take();

    // The same for the same person and turn: WeChat refuses a repeat within ten minutes.
    private string KeyOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Person.ToString()[..16]}{at.ToUnixTimeSeconds()}");
}
