using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Couriers;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

internal static partial class ParticipantRules
{
    /// <summary>Applies what the person chose. Fields were checked before; a name comes sealed with its state.</summary>
    public static Outcome Choose(
        ParticipantState person, CommandId command, ulong content, ProfileChange change, byte[]? name, TextState nameState, Moment moment)
    {
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        if (name is not null)
        {
            Rename(person, name, nameState, moment);
        }

        person.ShowName = change.ShowName ?? person.ShowName;
        person.Reach = change.Reach ?? person.Reach;
        person.Asked = change.Asked ?? person.Asked;
        if (change.District is { } district)
        {
            SetUnits(person, person.Units with { District = district.NullIfEmpty(), Community = (change.Community ?? "").NullIfEmpty() }, moment);
        }

        if (change.OnBoards is { } shown && shown != person.OnBoards)
        {
            person.OnBoards = shown;
            var member = ParticipantEffects.Member(person.Id);
            person.Follow(shown ? new Index(ParticipantEffects.OnBoards, member, 0) : new Unindex(ParticipantEffects.OnBoards, member));
        }

        if (change.OnCourierBoard is { } listed && listed != person.OnCourierBoard)
        {
            person.OnCourierBoard = listed;
            var member = ParticipantEffects.Member(person.Id);
            person.Follow(listed ? new Index(ParticipantEffects.OnCourierBoard, member, 0) : new Unindex(ParticipantEffects.OnCourierBoard, member));
        }

        if (change.OnHoursBoard is { } volunteers && volunteers != person.OnHoursBoard)
        {
            person.OnHoursBoard = volunteers;
            var member = ParticipantEffects.Member(person.Id);
            person.Follow(volunteers ? new Index(ParticipantEffects.OnHoursBoard, member, 0) : new Unindex(ParticipantEffects.OnHoursBoard, member));
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return Outcome.Done;
    }

    /// <summary>Sets the organisation from now on, or none; what was claimed before keeps what held then.</summary>
    public static Outcome Join(ParticipantState person, CommandId command, ulong content, string? organisation, Moment moment)
    {
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        if (moment.Control.FreezesOrganisation(organisation))
        {
            return Outcome.SwitchedOff;
        }

        SetUnits(person, person.Units with { Organisation = organisation }, moment);
        person.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>Blocks or unblocks. Silent to the other person.</summary>
    public static (Outcome Outcome, string? Field) Block(
        ParticipantState person, CommandId command, ParticipantId other, bool block, bool unseen, Moment moment)
    {
        var content = Content.Of("block", other.ToString(), block ? "1" : "0");
        if (Refusal(person, command, content, moment) is { } early)
        {
            return (early.Outcome, null);
        }

        if (other == person.Id || block && person.Blocked?.Count >= MaxBlocked && !person.Blocked.Contains(other))
        {
            return (Outcome.Invalid, "person");
        }

        var unknown = unseen && (person.Blocked?.Contains(other) != true || person.Unseen?.Contains(other) == true);
        person.Blocked ??= [];
        person.Blocked.Remove(other);
        person.Unseen?.Remove(other);
        if (block)
        {
            person.Blocked.Add(other);
            if (unknown)
            {
                (person.Unseen ??= []).Add(other);
            }
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return (Outcome.Done, null);
    }

    /// <summary>A moderator's decision about a held name.</summary>
    public static Outcome ReviewName(ParticipantState person, CommandId command, ParticipantId by, bool pass, Moment moment, long wake = 0)
    {
        var content = Content.Of("name", pass ? "1" : "0");
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        if (person.NameState == TextState.Held)
        {
            person.NameState = pass ? TextState.Shown : TextState.Refused;
            Tell(person, pass ? NoticeKind.NameShown : NoticeKind.NameRefused, moment);
            person.Follow([.. NoticeEffects.Wake(person.Id, wake)]);
            person.Follow(
                new Unindex(ParticipantEffects.Names, ParticipantEffects.Member(person.Id)),
                new Append("audit", AuditEntry.Of(moment.Now, pass ? "name.pass" : "name.refuse", person.Id.ToString(), by, "")));
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return Outcome.Done;
    }

    /// <summary>Empties everything personal; the person stays in chains and counts as departed (design.md §10).</summary>
    public static Outcome Close(ParticipantState person, Moment moment)
    {
        if (!person.IsOpen)
        {
            return person.Since == 0 ? Outcome.SignInRequired : Outcome.Done;
        }

        var member = ParticipantEffects.Member(person.Id);
        person.Follow(
            new Unindex(ParticipantEffects.OnBoards, member), new Unindex(ParticipantEffects.Names, member),
            new Unindex(ParticipantEffects.OnCourierBoard, member), new Unindex(ParticipantEffects.OnHoursBoard, member),
            new Append("audit", AuditEntry.Of(moment.Now, "account.close", person.Id.ToString(), person.Id, "")));
        Move(person, null);
        (person.Name, person.NameState, person.ShowName, person.OnBoards) = (null, TextState.Shown, false, false);
        (person.Blocked, person.Identities, person.Units) = (null, null, new());
        person.Staff(() => (person.Operator, person.Roles, person.Proposed) = (false, null, null));
        (person.OnCourierBoard, person.OnHoursBoard) = (false, false);
        (person.Unseen, person.Matters, person.MiniProgram, person.MiniProgramAt, person.Asked, person.Joined) = (null, null, null, 0, false, false);
        (person.NoticesReadAt, person.NoMessages, person.Muted, person.Language, person.Reachable) = (0, false, NoticeTopics.None, null, false);
        person.Follow(new Index(RoseEffects.Agenda, NoticeEffects.Erase(person.Id), moment.Milliseconds));
        if (person.Affiliation > 0)
        {
            person.Follow(new Index(RoseEffects.Agenda, CourierEffects.Depart(person.Id), AgendaEntry.AtOnce));
        }

        person.Salt = []; // whatever they wrote, wherever it lies, can't be opened any more
        person.ClosedAt = moment.Milliseconds;
        return Outcome.Done;
    }

    /// <summary>Remembers an identity that leads here, and whether it is a unionid's.</summary>
    public static bool Link(ParticipantState person, string identity, bool union)
    {
        if (person.IsOpen && person.Identities?.Contains(identity) != true)
        {
            (person.Identities ??= []).Add(identity);
            person.Touch();
        }

        if (person.IsOpen && union && !person.Joined)
        {
            person.Joined = true;
            person.Touch();
        }

        return person.IsOpen;
    }

    private static void Rename(ParticipantState person, byte[] name, TextState state, Moment moment)
    {
        if (person.NameState == TextState.Held)
        {
            person.Follow(new Unindex(ParticipantEffects.Names, ParticipantEffects.Member(person.Id)));
        }

        (person.Name, person.NameState, person.NameAt) = (name, state, moment.Milliseconds);
        if (state == TextState.Held)
        {
            person.Follow(new Index(ParticipantEffects.Names, ParticipantEffects.Member(person.Id), person.NameAt));
        }
    }

    private static void SetUnits(ParticipantState person, Units units, Moment moment)
    {
        Move(person, units.District);
        (person.Units, person.UnitsSince) = (units, moment.Milliseconds);
        person.Touch();
    }

    private static void Move(ParticipantState person, string? district)
    {
        if (person.Units.District == district)
        {
            return;
        }

        if (person.Units.District is { } before)
        {
            person.Follow(new Count(ParticipantEffects.Places, before, -1));
        }

        if (district is not null)
        {
            person.Follow(new Count(ParticipantEffects.Places, district, 1));
        }
    }

    private static string? NullIfEmpty(this string text) => text.Length == 0 ? null : text;
}
