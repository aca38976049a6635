using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

internal static partial class IdentityRules
{
    /// <summary>Children that one account may hold.</summary>
    public const int MostChildren = 5;

    /// <summary>A guardian consents.</summary>
    public static Outcome Guard(VolunteerState minor, CommandId command, ParticipantId guardian, bool known, AgeBand age, Moment moment) =>
        Once(minor, command, Content.Of("guard", guardian.ToString()), moment, () =>
        {
            if (!known || age is not (AgeBand.Under14 or AgeBand.Under18))
            {
                return Outcome.NotFound; // a wrong code, or nobody who needs one
            }

            Follow(minor, () =>
            {
                minor.Guardian = new(guardian, GuardianConsent.Given, moment.Milliseconds, (minor.Guardian?.Number ?? 0) + 1);
                minor.Follow(Audit("guardian.give", minor, guardian, "", moment));
            });
            return Outcome.Done;
        });

    /// <summary>The guardian takes it back: what lies ahead is cancelled by a message of this very commit.</summary>
    public static Outcome Unguard(VolunteerState minor, CommandId command, ParticipantId guardian, Moment moment) =>
        Once(minor, command, Content.Of("unguard", guardian.ToString()), moment, () =>
        {
            if (minor.Guardian is not { Word: GuardianConsent.Given } given || given.By != guardian)
            {
                return Outcome.NotFound;
            }

            var word = given.Number + 1;
            Follow(minor, () =>
            {
                minor.Guardian = new(guardian, GuardianConsent.Withdrawn, moment.Milliseconds, word);
                minor.Follow(Audit("guardian.take", minor, guardian, "", moment), new Index(RoseEffects.Agenda, VolunteerEffects.Unguard(minor.Id, word), AgendaEntry.AtOnce));
            });
            return Outcome.Done;
        });

    /// <summary>What was ahead is cancelled. The message is taken, so it ends.</summary>
    public static void Unguarded(VolunteerState minor, string entry) => Message(minor, entry, () => { });

    /// <summary>A child below 8 joins this account.</summary>
    public static Outcome AddChild(VolunteerState guardian, CommandId command, AddChild child, AgeBand age, Sealer sealer, Moment moment) =>
        Once(guardian, command, Content.Of("child", child.Name, sealer.Digest(child.Birth)), moment, () =>
        {
            if (guardian.Level < IdentityLevel.RealName || age != AgeBand.Adult)
            {
                return Outcome.LevelNeeded;
            }

            if (guardian.Children is { Count: >= MostChildren })
            {
                return Outcome.TooMany;
            }

            var children = guardian.Children ??= [];
            children.Add(new(children.Count == 0 ? 1 : children[^1].Number + 1, sealer.Seal(guardian, child.Name), sealer.Seal(guardian, child.Birth)));
            return Outcome.Done;
        });

    /// <summary>A child leaves this account, and with it everything about them.</summary>
    public static Outcome RemoveChild(VolunteerState guardian, CommandId command, int number, Moment moment) =>
        Once(guardian, command, Content.Of("child-gone", number.ToString(System.Globalization.CultureInfo.InvariantCulture)), moment, () =>
            guardian.Children?.RemoveAll(child => child.Number == number) > 0 ? Outcome.Done : Outcome.NotFound);
}
