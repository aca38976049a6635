using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Certificates;

/// <inheritdoc cref="ICertificateGrain"/>
/// <remarks>Not reentrant: a certificate is signed once.</remarks>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class CertificateGrain(
    [PersistentState(CertificateState.Kind, LedgerStorage.Name)] IPersistentState<CertificateState> certificate,
    HourSettings settings, Cell cell, CellKeys keys, CellGrains grains, CertificateDrafter drafter, CertificateReader certificates, CertificateSignature signature,
    VolunteerReader volunteers, Organisations organisations)
    : LedgerGrain<CertificateState>(certificate, settings.Clock), ICertificateGrain
{
    private static readonly Receipt None = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Issue(CommandId command, ParticipantId by, IssueCertificate choice)
    {
        if (!CertificateNumber.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var number) || number != keys.CertificateNumber(by, command))
        {
            return Nothing(None);
        }

        var content = Content.Of("issue", choice.From.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.To.ToString(System.Globalization.CultureInfo.InvariantCulture),
            choice.Shows.ToString(), string.Join(',', choice.Units));
        if (Exists)
        {
            await DurableAsync();
            return new(State.Content == content ? Outcome.Done : Outcome.CommandReused);
        }

        if (await certificates.CountSince(by, Clock.UtcNow.AddDays(-1)) >= IssueCertificate.PerDay)
        {
            return Nothing(new Receipt(Outcome.DailyLimit));
        }

        var draft = await drafter.Draft(by, choice);
        if (draft is not { Snapshot: { } snapshot, Person: { Real: { } real } person })
        {
            return Nothing(draft.Receipt);
        }

        var name = choice.Shows.HasFlag(CertificateShows.Name) ? keys.Open(real.Name, person.Salt) : null;
        var id = choice.Shows.HasFlag(CertificateShows.IdNumber) ? NationalId.Read(keys.Open(real.Number, person.Salt), int.MaxValue)?.Masked : null;
        var issued = new CertificateState
        {
            Number = number, Volunteer = by, Content = content, Snapshot = snapshot, Entries = draft.Entries, Accounts = draft.Accounts,
            Name = name is null ? null : keys.Seal(name, person.Salt), IdNumber = id is null ? null : keys.Seal(id, person.Salt),
            Signed = signature.Sign(number, snapshot, CertificateLeaves.Of(snapshot, name, id, part => keys.CertificateSalt(number, part))),
        };
        var receipt = Change(_ => CertificateRules.Issue(State, issued));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public Task<Receipt> Share(CommandId command, ParticipantId by, ShareCertificate share) => Own(by, (holder, moment) => CertificateRules.Share(State, command, holder, share, moment));

    /// <inheritdoc/>
    public Task<Receipt> EndShare(CommandId command, ParticipantId by, int share) => Own(by, (holder, moment) => CertificateRules.EndShare(State, command, holder, share, moment));

    /// <inheritdoc/>
    public async Task<Receipt> AskRevocation(CommandId command, ParticipantId by, string unit, CertificateFault fault)
    {
        if (!Enum.IsDefined(fault) || fault == CertificateFault.None)
        {
            await DurableAsync();
            return Exists ? new Receipt(Outcome.Invalid, "fault") : Nothing(None);
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        return await Known(moment => CertificateRules.Ask(State, command, by, profile is not null && organisations.MayRun(profile, unit), unit, fault, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> AnswerRevocation(CommandId command, ParticipantId by, bool agree)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        var holder = await volunteers.GoesOn(State.Volunteer);
        var wake = (await grains.Participant(holder).AsGiver(default)).Wake;
        return await Known(moment =>
        {
            var before = State.RevokedAt;
            var receipt = CertificateRules.Answer(State, command, by, unit => profile is not null && organisations.MayRun(profile, unit), agree, moment);
            if (State.RevokedAt != before)
            {
                State.Follow([.. NoticeEffects.Wake(holder, wake)]);
            }

            return receipt;
        });
    }

    /// <inheritdoc/>
    public async Task<Outcome> IsName(TypedName name)
    {
        if (!Exists)
        {
            return Nothing(Outcome.NotFound);
        }

        var (_, real, _) = await certificates.Open(State);
        var same = real is not null && RealNameText.Read(name.Text) is { } typed
            && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed), System.Text.Encoding.UTF8.GetBytes(real));
        var outcome = Change(now => CertificateRules.Compare(State, same, now));
        await CommitAsync();
        return outcome;
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            CertificateRules.Lock(State);
            return true;
        });
        await CommitAsync();
    }

    // Whoever an account was joined with holds its certificates, too.
    private async Task<Receipt> Own(ParticipantId by, Func<ParticipantId, HourMoment, Receipt> rule)
    {
        var holder = Exists && by != State.Volunteer && (await volunteers.AccountsOf(by)).Contains(State.Volunteer) ? State.Volunteer : by;
        return await Known(moment => rule(holder, moment));
    }

    private async Task<Receipt> Known(Func<HourMoment, Receipt> rule)
    {
        if (!Exists)
        {
            return Nothing(None);
        }

        var receipt = Change(now => rule(settings.At(now)));
        await CommitAsync();
        return receipt;
    }
}
