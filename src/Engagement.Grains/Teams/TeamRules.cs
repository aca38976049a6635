using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Teams;

/// <summary>The rules of one team. Pure and synchronous. A parent's level is a fact that never changes, so it may be read before the turn.</summary>
internal static class TeamRules
{
    /// <summary>Makes the team.</summary>
    /// <param name="team">The record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="code">Its join code.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="found">What is asked for.</param>
    /// <param name="parent">Level of the managing parent; null when there is none at work.</param>
    /// <param name="moment">Now.</param>
    public static Receipt Found(TeamState team, string id, string code, CommandId command, ParticipantId by, FoundTeam found, TeamLevel? parent, Moment moment)
    {
        var content = Content.Of("found", found.Name, found.English, found.Level.ToString(), found.Parent, found.District, Text(found.Until));
        return Once(team, command, content, moment, () =>
        {
            if (team.Id.Length > 0)
            {
                return new(Outcome.CommandReused);
            }

            var fault = !IsName(found.Name) || found.English is { } english && !IsName(english) ? "name"
                : !Enum.IsDefined(found.Level) || found.Level == TeamLevel.Organisation ? "level"
                : parent is not { } above || above >= found.Level ? "parent"
                : !IsUntil(found.Level, found.Until, moment) ? "until"
                : null;
            if (fault is not null)
            {
                return new(Outcome.Invalid, fault);
            }

            Follow(team, moment, () =>
            {
                (team.Id, team.Name, team.English, team.Level, team.Parent) = (id, found.Name.Trim(), found.English?.Trim(), found.Level, found.Parent);
                (team.District, team.Code, team.Since, team.Until) = (found.District, code, moment.Milliseconds, found.Until);
            });
            team.Follow(Audit("team.found", team, by, found.Parent, moment));
            return Receipt.Done;
        });
    }

    /// <summary>Another name, or another last day.</summary>
    public static Receipt Rename(TeamState team, CommandId command, ParticipantId by, string name, string? english, int until, Moment moment) =>
        Change(team, command, Content.Of("rename", name, english, Text(until)), moment, () =>
        {
            if (!IsName(name) || english is not null && !IsName(english))
            {
                return new(Outcome.Invalid, "name");
            }

            if (!IsUntil(team.Level, until, moment))
            {
                return new(Outcome.Invalid, "until");
            }

            Follow(team, moment, () => (team.Name, team.English, team.Until) = (name.Trim(), english?.Trim(), until));
            team.Follow(Audit("team.rename", team, by, name.Trim(), moment));
            return Receipt.Done;
        });

    /// <summary>Another managing parent.</summary>
    public static Receipt Move(TeamState team, CommandId command, ParticipantId by, string parent, TeamLevel? level, Moment moment) =>
        Change(team, command, Content.Of("move", parent), moment, () =>
        {
            if (level is not { } above || above >= team.Level)
            {
                return new(Outcome.Invalid, "parent");
            }

            if (team.Parent != parent)
            {
                Follow(team, moment, () =>
                {
                    var before = team.Before ??= [];
                    before.Add(new(team.Parent, moment.Milliseconds));
                    if (before.Count > TeamState.FormerKept)
                    {
                        before.RemoveAt(0);
                    }

                    team.Parent = parent;
                    team.Readers?.Remove(parent); // who manages need not also be a reader
                });
                team.Follow(Audit("team.move", team, by, parent, moment));
            }

            return Receipt.Done;
        });

    /// <summary>A parent that may only read, or no longer.</summary>
    public static Receipt Link(TeamState team, CommandId command, ParticipantId by, string parent, TeamLevel? level, bool linked, Moment moment) =>
        Change(team, command, Content.Of("link", parent, linked ? "1" : "0"), moment, () =>
        {
            if (linked && (level is not { } above || above >= team.Level || parent == team.Parent))
            {
                return new(Outcome.Invalid, "parent");
            }

            var readers = team.Readers ?? [];
            if (readers.Contains(parent) == linked)
            {
                return Receipt.Done;
            }

            if (linked && readers.Count >= TeamState.MostReaders)
            {
                return new(Outcome.TooMany);
            }

            Follow(team, moment, () => team.Readers = linked ? [.. readers, parent] : [.. readers.Where(reader => reader != parent)]);
            team.Follow(Audit(linked ? "team.link" : "team.unlink", team, by, parent, moment));
            return Receipt.Done;
        });

    /// <summary>Ends the team.</summary>
    public static Receipt Dissolve(TeamState team, CommandId command, ParticipantId by, string reason, Moment moment) =>
        Once(team, command, Content.Of("dissolve", reason), moment, () =>
        {
            End(team, by, reason, moment);
            return Receipt.Done;
        });

    /// <summary>The last day of a temporary team is over.</summary>
    public static void RunOut(TeamState team, Moment moment)
    {
        if (team.Until > 0 && ShanghaiDay.End(team.Until) <= moment.Now)
        {
            End(team, default, "", moment);
        }
    }

    private static void End(TeamState team, ParticipantId by, string reason, Moment moment)
    {
        if (team.Dissolved == 0)
        {
            Follow(team, moment, () => team.Dissolved = moment.Milliseconds);
            team.Follow(Audit("team.dissolve", team, by, reason, moment));
        }
    }

    private static Receipt Change(TeamState team, CommandId command, ulong content, Moment moment, Func<Receipt> act) =>
        Once(team, command, content, moment, () => team.Dissolved > 0 ? new(Outcome.Expired) : act());

    private static Receipt Once(TeamState team, CommandId command, ulong content, Moment moment, Func<Receipt> act)
    {
        if (team.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome);
        }

        var receipt = act();
        if (receipt.Outcome == Outcome.Done)
        {
            team.Commands.Keep(command, content, 0, moment.Real);
            team.Touch();
        }

        return receipt;
    }

    private static void Follow(TeamState team, Moment moment, Action change)
    {
        var before = team.Derived().ToArray();
        change();
        team.ChangedAt = Math.Max(moment.Milliseconds, team.ChangedAt + 1);
        team.Follow([.. ActEffects.Between(before, [.. team.Derived()])]);
    }

    private static bool IsName(string name) => name.Trim().Length is >= 2 and <= 40 && Moderation.MessageText.Validate(name.Trim(), 40) == Moderation.MessageTextError.None;

    private static bool IsUntil(TeamLevel level, int until, Moment moment) =>
        level == TeamLevel.Task ? BirthDay.Is(until, int.MaxValue) && until >= ShanghaiDay.Of(moment.Now) && until / 10_000 <= moment.Now.Year + 2 : until == 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Append Audit(string act, TeamState team, ParticipantId by, string reason, Moment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, team.Id, by, reason));
}
