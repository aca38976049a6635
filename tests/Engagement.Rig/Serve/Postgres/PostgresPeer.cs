using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using static Engagement.Rig.Serve.Postgres.Sql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>What both forms share: schema, people, letters.</summary>
internal abstract class PostgresPeer(PostgresStore store, CampaignSettings settings, PeerLinks links, LetterWriter letters) : IPeer
{
    protected PostgresStore Store => store;

    protected PeerLinks Links => links;

    public Task Prepare() => store.Run(PostgresStore.Statement("schema"));

    public Task Enter(ParticipantState person) => store.Run(
        "INSERT INTO participants (id, since, consent, salt, organisation, company, budget_in) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        P(person.Id), P(person.Since), P(person.ConsentVersion), P(person.Salt), P(person.Units.Organisation), P(person.Units.Company), P(person.Purse.BudgetIn));

    public async Task<SendReceipt> Send(ParticipantId me, CommandId command, SendRose send)
    {
        var moment = Now();
        var salt = send.Words is { Text: null, Addressee: null } ? [] : await SaltOf(me); // a preset is sealed under nobody's key
        var (letter, outcome, field) = letters.Write(send.Words, send.Anonymous, salt, moment.Now);
        return letter is null ? new(outcome, Field: field)
            : !moment.Campaign.IsOpen(moment.Now) ? new(Outcome.CampaignClosed)
            : await Send(me, new(command, PeerLinks.ContentOf(send), links.Born(me, command), letter, send.To), moment);
    }

    public abstract Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim);

    protected abstract Task<SendReceipt> Send(ParticipantId me, Gift gift, Moment moment);

    protected Moment Now() => settings.At(settings.Clock.UtcNow);

    protected static int Week(Moment moment) => ShanghaiDay.WeekOf(ShanghaiDay.Of(moment.Now));

    private async Task<byte[]> SaltOf(ParticipantId me)
    {
        byte[] salt = [];
        await store.First("SELECT salt FROM participants WHERE id = $1", row => (salt = (byte[])row[0]).Length, P(me));
        return salt;
    }
}

/// <summary>A rose to be born.</summary>
internal sealed record Gift(CommandId Command, ulong Content, RoseId Rose, Letter Letter, ParticipantId To);
