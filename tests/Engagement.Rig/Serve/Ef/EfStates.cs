using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;

namespace Engagement.Rig.Serve.Ef;

/// <summary>Rows as the product's states and back, so that the product's own rules decide.</summary>
internal static class EfStates
{
    /// <summary>A person, who remembers the command of a rose that is there already.</summary>
    public static ParticipantState State(this EfPerson row, EfRose? given, CommandId command, DateTimeOffset real)
    {
        var person = new ParticipantState
        {
            Id = new(row.Id), Since = row.Since, ClosedAt = row.ClosedAt, Salt = row.Salt, Units = new(row.District, row.Community, row.Organisation, row.Company),
            Purse = new()
            {
                Day = row.Day, Granted = row.Granted, Restored = row.Restored, Sent = row.Sent, Bouquets = row.Bouquets, AllGranted = row.AllGranted,
                AllRestored = row.AllRestored, AllSent = row.AllSent, AllBouquets = row.AllBouquets, AllLapsed = row.AllLapsed, BudgetIn = row.BudgetIn, BudgetOut = row.BudgetOut,
            },
        };
        if (given is not null)
        {
            person.Commands.Keep(command, (ulong)given.Content, new SendResult(given.BornAt, given.Remaining, (TextState)given.TextState == TextState.Held).Pack(), real);
        }

        return person;
    }

    /// <summary>What a send changes of a person.</summary>
    public static void Take(this EfPerson row, ParticipantState person) =>
        (row.Day, row.Granted, row.Restored, row.Sent, row.Bouquets, row.AllGranted, row.AllSent, row.AllLapsed) = (person.Purse.Day, person.Purse.Granted, person.Purse.Restored,
            person.Purse.Sent, person.Purse.Bouquets, person.Purse.AllGranted, person.Purse.AllSent, person.Purse.AllLapsed);

    /// <summary>A rose with its latest hop.</summary>
    public static RoseState State(this EfRose row, EfHop? latest, DateTimeOffset real)
    {
        var rose = new RoseState
        {
            Id = new(row.Id), Sender = new(row.Sender), BornAt = row.BornAt, BornDay = row.BornDay, Anonymous = row.Anonymous,
            Status = (RoseStatus)row.Status, Hops = row.Hops, Offers = row.Offers,
        };
        var letter = new Letter { Reason = row.Reason, Preset = row.Preset, Anonymous = row.Anonymous };
        if (rose.Status == RoseStatus.Offered)
        {
            rose.Offer = new() { Number = row.Offers, At = row.OfferAt, Due = row.OfferDue, To = row.OfferTo is { } to ? new(to) : default, Letter = letter };
        }

        if (latest is not null)
        {
            rose.Latest = new() { Number = row.Hops, From = new(latest.Giver), To = new(latest.Taker), Letter = letter, Counted = latest.Counted ? Counted.Yes : Counted.No };
            rose.Commands.Keep(new(latest.Command), Engagement.Grains.Storage.Content.Of("claim", new ParticipantId(latest.Taker).ToString()), row.Hops, real);
        }

        return rose;
    }
}
