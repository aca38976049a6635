using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>The rules of one courier's enrolment: pure and synchronous.</summary>
internal static partial class CourierRules
{
    /// <summary>Enrolments that one person may try on a day: the form must not tell who works where.</summary>
    public const int TriesPerDay = 10;

    /// <summary>Before the roster is asked: null to go on, else the answer. Counts the try.</summary>
    public static Outcome? Try(CourierState courier, CommandId command, ulong content, PhoneKey phone, string company, Moment moment)
    {
        if (Refusal(courier, command, content, moment) is { } early)
        {
            return early;
        }

        if (courier.Company is not null)
        {
            return courier.Company == company && courier.Phone == phone ? Outcome.Done : Outcome.AlreadyEnrolled;
        }

        if (moment.Control.FreezesCompany(company))
        {
            return Outcome.SwitchedOff;
        }

        var day = ShanghaiDay.Of(moment.Now);
        if (courier.TriesDay == day && courier.Tries >= TriesPerDay)
        {
            return Outcome.DailyLimit;
        }

        (courier.Tries, courier.TriesDay) = (courier.TriesDay == day ? courier.Tries + 1 : 1, day);
        courier.Touch();
        return null;
    }

    /// <summary>The roster confirmed them. A confirmation that can't be used is given back; the message is taken, so it happens once.</summary>
    public static void Enrol(CourierState courier, string entry, Enrolment enrolment, Moment moment)
    {
        var (phone, confirmation, company, show, command) = enrolment;
        if (courier.IsTaking(RoseEffects.Agenda, entry))
        {
            return; // another call of this very step is under way; both wait for its commit
        }

        courier.Follow(new Take(RoseEffects.Agenda, entry));
        if (courier.Erased || courier.Company is not null)
        {
            courier.Follow(new Index(RoseEffects.Agenda, CourierEffects.Free(phone, courier.Id, confirmation, courier.Erased), AgendaEntry.AtOnce));
            return;
        }

        if (courier.Leaving(moment.Now) is { } before)
        {
            courier.Spells![^1] = before with { To = moment.Milliseconds }; // one company at a time
        }

        Move(courier, active: true, company, moment);
        (courier.Phone, courier.Confirmation, courier.ShowCompany, courier.Tries) = (phone, confirmation, show, 0);
        Keep(courier, command, ContentOf(phone, company, show), moment);
    }

    /// <summary>What an enrolment's command asks for.</summary>
    public static ulong ContentOf(PhoneKey phone, string company, bool show) => Content.Of("enrol", phone.ToString(), company, show ? "1" : "0");

    /// <summary>Becomes a city rider.</summary>
    public static Outcome EnterPool(CourierState courier, CommandId command, Moment moment)
    {
        var content = Content.Of("pool");
        if (Refusal(courier, command, content, moment) is { } early)
        {
            return early;
        }

        if (courier.Company is not null)
        {
            return Outcome.AlreadyEnrolled;
        }

        if (!courier.Active)
        {
            Move(courier, active: true, null, moment);
        }

        Keep(courier, command, content, moment);
        return Outcome.Done;
    }

    /// <summary>Leaves the company, or with it the campaign's couriers.</summary>
    public static Outcome Leave(CourierState courier, CommandId command, bool stay, Moment moment)
    {
        var content = Content.Of("leave", stay ? "1" : "0");
        if (Refusal(courier, command, content, moment) is { } early)
        {
            return early;
        }

        if (!courier.Active)
        {
            return Outcome.NotEnrolled;
        }

        if (courier.Company is not null)
        {
            courier.Follow(new Index(RoseEffects.Agenda, CourierEffects.Free(courier.Phone, courier.Id, courier.Confirmation), AgendaEntry.AtOnce));
            End(courier, stay, moment);
        }
        else if (!stay)
        {
            Move(courier, active: false, null, moment);
        }

        Keep(courier, command, content, moment);
        return Outcome.Done;
    }

    /// <summary>The company took the number off its roster: the courier goes on as a city rider.</summary>
    public static void Dismiss(CourierState courier, string entry, PhoneKey phone, long confirmation, Moment moment)
    {
        if (courier.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        courier.Follow(new Take(RoseEffects.Agenda, entry));
        if (courier.Company is not null && courier.Phone == phone && courier.Confirmation == confirmation)
        {
            End(courier, stay: true, moment);
        } // else they left before, or the confirmation was called back before it came
    }

    /// <summary>The account was closed: nothing personal stays.</summary>
    public static void Depart(CourierState courier, string entry)
    {
        if (courier.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        courier.Follow(new Take(RoseEffects.Agenda, entry));
        if (courier.Company is not null)
        {
            courier.Follow(new Index(RoseEffects.Agenda, CourierEffects.Free(courier.Phone, courier.Id, courier.Confirmation, erase: true), AgendaEntry.AtOnce));
        }

        courier.Follow([.. courier.Active ? [new Count(CourierEffects.Couriers, CourierEffects.Field(courier.Company), -1)] : Array.Empty<Effect>()]);
        (courier.Active, courier.Company, courier.Since, courier.ShowCompany, courier.Phone, courier.Confirmation) = (false, null, 0, false, default, 0);
        (courier.Spells, courier.OverPhone, courier.OverUpTo, courier.Tries, courier.TriesDay, courier.Erased) = (null, default, 0, 0, 0, true);
        (courier.Commands, courier.Logged) = (new(), null);
    }

    /// <summary>Consents to others seeing the company, or takes it back.</summary>
    public static Outcome ShowCompany(CourierState courier, CommandId command, bool show, Moment moment)
    {
        var content = Content.Of("show", show ? "1" : "0");
        if (Refusal(courier, command, content, moment) is { } early)
        {
            return early;
        }

        if (courier.Company is null)
        {
            return Outcome.NotEnrolled;
        }

        courier.ShowCompany = show;
        Keep(courier, command, content, moment);
        return Outcome.Done;
    }

    /// <summary>What every command of a courier begins with; null for a new one.</summary>
    private static Outcome? Refusal(CourierState courier, CommandId command, ulong content, Moment moment) =>
        courier.Erased ? Outcome.SignInRequired : courier.Commands.Seen(command, content, moment.Real)?.Outcome;

    private static void Keep(CourierState courier, CommandId command, ulong content, Moment moment)
    {
        courier.Commands.Keep(command, content, 0, moment.Real);
        courier.Touch();
    }

    private static void End(CourierState courier, bool stay, Moment moment)
    {
        var until = ShanghaiDay.End(ShanghaiDay.Of(moment.Now)).ToUnixTimeMilliseconds();
        var spells = courier.Spells ??= [];
        spells.Add(new(courier.Company!, courier.Since, until));
        if (spells.Count > CourierState.SpellsKept)
        {
            spells.RemoveAt(0);
        }

        (courier.OverPhone, courier.OverUpTo) = (courier.Phone, courier.Confirmation);
        Move(courier, stay, null, moment, until);
        (courier.Phone, courier.Confirmation, courier.ShowCompany) = (default, 0, false);
    }

    // The participant's own record follows at once, or when the company that was left stops counting.
    private static void Move(CourierState courier, bool active, string? company, Moment moment, long tellAt = AgendaEntry.AtOnce)
    {
        if (courier.Active)
        {
            courier.Follow(new Count(CourierEffects.Couriers, CourierEffects.Field(courier.Company), -1));
        }

        if (active)
        {
            courier.Follow(new Count(CourierEffects.Couriers, CourierEffects.Field(company), 1));
        }

        (courier.Active, courier.Company, courier.Since) = (active, company, active ? moment.Milliseconds : 0);
        courier.Version++;
        courier.Follow(new Index(RoseEffects.Agenda, CourierEffects.Affiliate(courier.Id, courier.Version), tellAt));
    }
}
