using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Stars;

/// <summary>The rules of stars: pure and synchronous. Levels only rise, and none comes twice.</summary>
internal static class StarRules
{
    private const long Day = 86_400_000;

    /// <summary>The volunteer applies.</summary>
    public static Receipt Apply(StarState star, ParticipantId me, CommandId command, ApplyForStar wish, StarFacts facts, StarOptions options, HourMoment moment) =>
        Run(star, command, Content.Of("apply", Text(wish.Level), wish.ShowName ? "1" : "0"), moment, () =>
        {
            if (star.Locked || facts.Level < IdentityLevel.RealName)
            {
                return new(star.Locked ? Outcome.SignInRequired : Outcome.LevelNeeded);
            }

            if (star.Bar is not null || star.Open is not null)
            {
                return new(Outcome.Frozen);
            }

            if (wish.Level <= star.Level)
            {
                return wish.Level < 1 ? new(Outcome.Invalid, "level") : new(Outcome.AlreadyDecided);
            }

            if (wish.Level > facts.Reached(options, moment.Now))
            {
                return new(Outcome.Invalid, "level");
            }

            (star.Id, star.District, star.Objections) = (me, facts.District, []);
            star.Application = new() { Level = wish.Level, Stage = StarStage.Applied, At = moment.Milliseconds, ShowName = wish.ShowName, Minor = facts.Minor, Minutes = facts.Minutes };
            return Receipt.Done;
        });

    /// <summary>The volunteer takes it back.</summary>
    public static Receipt Withdraw(StarState star, CommandId command, HourMoment moment) => Run(star, command, Content.Of("withdraw"), moment, () =>
    {
        if (star.Open is not { } open)
        {
            return new(Outcome.AlreadyDecided);
        }

        End(star, open with { Stage = StarStage.Withdrawn }, moment);
        return Receipt.Done;
    });

    /// <summary>A reviewer lets it be shown, or declines.</summary>
    /// <param name="star">The record.</param>
    /// <param name="command">The reviewer's key.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="reviews">Whether they may.</param>
    /// <param name="reason">Why it is declined; none to let it be shown.</param>
    /// <param name="facts">The volunteer now.</param>
    /// <param name="ends">When a notice that begins now ends; null when nobody knows.</param>
    /// <param name="options">Levels.</param>
    /// <param name="moment">Now.</param>
    public static Receipt Review(
        StarState star, CommandId command, ParticipantId by, bool reviews, StarRefusal reason, StarFacts facts, DateTimeOffset? ends, StarOptions options, HourMoment moment) =>
        Run(star, command, Content.Of("review", reason.ToString()), moment, () =>
        {
            if (!reviews || by == star.Id)
            {
                return new(Outcome.Forbidden);
            }

            if (star.Application is not { Stage: StarStage.Applied } open)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (reason != StarRefusal.None)
            {
                End(star, open with { Stage = StarStage.Refused, Refusal = reason, ReviewedBy = by }, moment);
                Audit(star, "star.refuse", by, $"{open.Level} {reason}", moment);
                return Receipt.Done;
            }

            if (facts.Held || ends is null)
            {
                return new(Outcome.Frozen, facts.Held ? "hours" : "calendar");
            }

            if (open.Level > facts.Reached(options, moment.Now))
            {
                return new(Outcome.Invalid, "level");
            }

            var until = ends.Value.ToUnixTimeMilliseconds();
            star.Application = open with
            {
                Stage = StarStage.Notice, ReviewedBy = by, NoticeFrom = moment.Milliseconds, NoticeUntil = until, Look = until, Minutes = facts.Minutes, Minor = facts.Minor,
            };
            Audit(star, "star.notice", by, Text(open.Level), moment);
            return Receipt.Done;
        });

    /// <summary>Somebody objects.</summary>
    public static Receipt Object(StarState star, CommandId command, ParticipantId by, StarObjectionReason reason, byte[]? note, HourMoment moment) =>
        Run(star, command, Content.Of("object", by.ToString(), reason.ToString()), moment, () =>
        {
            if (star.Application is not { Stage: StarStage.Notice, Minor: false } notice || moment.Milliseconds >= notice.NoticeUntil)
            {
                return new(Outcome.Expired);
            }

            if (by == star.Id)
            {
                return new(Outcome.Forbidden);
            }

            if (star.Objections.Exists(known => known.By == by))
            {
                return new(Outcome.AlreadyDecided);
            }

            if (star.Objections.Count >= ObjectToStar.Most)
            {
                return new(Outcome.TooMany);
            }

            star.Objections.Add(new(star.Objections.Count + 1, by, reason, note, moment.Milliseconds, null));
            return Receipt.Done;
        });

    /// <summary>A reviewer answers an objection.</summary>
    public static Receipt Answer(StarState star, CommandId command, ParticipantId by, bool reviews, int number, bool right, HourMoment moment) =>
        Run(star, command, Content.Of("answer", Text(number), right ? "1" : "0"), moment, () =>
        {
            var at = star.Objections.FindIndex(known => known.Number == number);
            if (at < 0 || !reviews || by == star.Id || by == star.Objections[at].By)
            {
                return new(at < 0 ? Outcome.NotFound : Outcome.Forbidden);
            }

            if (star.Application is not { Stage: StarStage.Notice } notice || star.Objections[at].Answer is not null)
            {
                return new(Outcome.AlreadyDecided);
            }

            star.Objections[at] = star.Objections[at] with { Answer = right };
            if (right)
            {
                End(star, notice with { Stage = StarStage.Refused, Refusal = StarRefusal.Objection }, moment);
            }

            Audit(star, right ? "star.objection.right" : "star.objection.wrong", by, Text(number), moment);
            return Receipt.Done;
        });

    /// <summary>The notice is over: the star is awarded, unless hours are being looked at, or too few are left.</summary>
    public static void Award(StarState star, string entry, StarFacts facts, StarOptions options, HourMoment moment, Func<int, CertificateNumber> number)
    {
        if (star.Application is not { Stage: StarStage.Notice } notice || star.IsObjected || moment.Milliseconds < notice.Look)
        {
            return; // a late sweeper
        }

        HourCommands.Step(star, entry, () =>
        {
            if (facts.Held)
            {
                star.Application = notice with { Look = moment.Milliseconds + Day };
                return;
            }

            if (facts.Level < IdentityLevel.RealName || notice.Level > facts.Reached(options, moment.Now) || notice.Level <= star.Level)
            {
                End(star, notice with { Stage = StarStage.Refused, Refusal = StarRefusal.HoursCorrected }, moment);
                return;
            }

            star.Awards.Add(new(notice.Level, moment.Milliseconds, facts.Minutes, number(notice.Level)));
            End(star, notice with { Stage = StarStage.Awarded, Minutes = facts.Minutes }, moment);
            Audit(star, "star.award", notice.ReviewedBy, Text(notice.Level), moment);
        });
    }

    /// <summary>Has the volunteer told, in the commit of whatever somebody else did, when it moved their application on.</summary>
    /// <param name="star">The record.</param>
    /// <param name="wake">When their notices are to be looked at; 0 for not at all.</param>
    /// <param name="act">What somebody else does.</param>
    public static T Telling<T>(StarState star, long wake, Func<T> act)
    {
        var before = star.Application?.Stage;
        var answer = act();
        if (star.Application?.Stage != before)
        {
            star.Follow([.. NoticeEffects.Wake(star.Id, wake)]);
        }

        return answer;
    }

    /// <summary>Compares a name that somebody typed; wrong ones count, so that nobody tries a city's names.</summary>
    public static Outcome Compare(StarState star, bool named, bool same, DateTimeOffset now)
    {
        if (star.Locked || star.Awards.Count == 0 || !named)
        {
            return Outcome.NotFound;
        }

        if (star.Names.Next(ShanghaiDay.Of(now)) is not { } tries)
        {
            return Outcome.DailyLimit;
        }

        if (!same)
        {
            star.Names = tries;
            star.Touch();
        }

        return same ? Outcome.Done : Outcome.NotFound;
    }

    private static void End(StarState star, StarApplication ended, HourMoment moment) => star.Application = ended with { EndedAt = moment.Milliseconds };

    private static void Audit(StarState star, string what, ParticipantId by, string reason, HourMoment moment) =>
        star.Follow(HourCommands.Audit(moment, what, star.Id.ToString(), by, reason));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Receipt Run(StarState star, CommandId command, ulong content, HourMoment moment, Func<Receipt> rule) =>
        HourCommands.Once(star, star.Commands, command, content, moment, rule);

    /// <summary>After false hours: no stars for a time.</summary>
    public static class Bars
    {
        /// <summary>Years that a bar may have (Guangdong 2014).</summary>
        public const int Least = 1, Most = 3;

        /// <summary>A reviewer bars.</summary>
        public static Receipt Set(StarState star, ParticipantId me, CommandId command, ParticipantId by, bool reviews, int years, StarBarReason reason, string? district, HourMoment moment) =>
            Run(star, command, Content.Of("bar", Text(years), reason.ToString()), moment, () =>
            {
                if (!reviews || by == me)
                {
                    return new(Outcome.Forbidden);
                }

                if (star.Bar is not null || star.Locked)
                {
                    return new(star.Locked ? Outcome.NotFound : Outcome.AlreadyDecided);
                }

                if (star.Open is { } open)
                {
                    End(star, open with { Stage = StarStage.Refused, Refusal = StarRefusal.Barred }, moment);
                }

                (star.Id, star.District) = (me, district);
                star.Bar = new(by, reason, moment.Milliseconds, moment.Now.AddYears(years).ToUnixTimeMilliseconds());
                Audit(star, "star.bar", by, $"{years} {reason}", moment);
                return Receipt.Done;
            });

        /// <summary>The volunteer appeals, once.</summary>
        public static Receipt Appeal(StarState star, CommandId command, HourMoment moment) => Run(star, command, Content.Of("appeal"), moment, () =>
        {
            if (star.Bar is not { Appeal: StarAppeal.None } bar)
            {
                return new(star.Bar is null ? Outcome.NotFound : Outcome.AlreadyDecided);
            }

            star.Bar = bar with { Appeal = StarAppeal.Open, AppealedAt = moment.Milliseconds };
            return Receipt.Done;
        });

        /// <summary>Another reviewer decides.</summary>
        public static Receipt Decide(StarState star, CommandId command, ParticipantId by, bool reviews, bool lift, HourMoment moment) =>
            Run(star, command, Content.Of("decide", lift ? "1" : "0"), moment, () =>
            {
                if (star.Bar is not { Appeal: StarAppeal.Open } bar)
                {
                    return new(Outcome.AlreadyDecided);
                }

                if (!reviews || by == star.Id || by == bar.By)
                {
                    return new(Outcome.Forbidden);
                }

                star.Bar = lift ? null : bar with { Appeal = StarAppeal.Upheld };
                Audit(star, lift ? "star.bar.lift" : "star.bar.uphold", by, "", moment);
                return Receipt.Done;
            });

        /// <summary>It is over.</summary>
        public static void Over(StarState star, string entry, HourMoment moment)
        {
            if (star.Bar is { } bar && moment.Milliseconds >= bar.Until)
            {
                HourCommands.Step(star, entry, () => star.Bar = null);
            }
        }

        /// <summary>The account was closed.</summary>
        public static void Lock(StarState star)
        {
            if (star.Locked)
            {
                return;
            }

            var before = star.Derived().ToArray();
            (star.Locked, star.Bar, star.Objections) = (true, null, []);
            star.Application = star.Open is { } open ? open with { Stage = StarStage.Withdrawn } : star.Application;
            star.Follow([.. ActEffects.Between(before, [.. star.Derived()])]);
        }
    }
}
