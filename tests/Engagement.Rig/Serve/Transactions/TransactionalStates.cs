using Engagement.Grains.Participants;
using Engagement.Grains.Roses;

namespace Engagement.Rig.Serve.Transactions;

/// <summary>A person in Orleans Transactions: null until they enter.</summary>
[GenerateSerializer, Alias("rig.transactions.person")]
public sealed class TransactionalPerson
{
    [Id(0)] public ParticipantState? Person { get; set; }
}

/// <summary>A rose in Orleans Transactions: null until it is born.</summary>
[GenerateSerializer, Alias("rig.transactions.rose")]
public sealed class TransactionalRose
{
    [Id(0)] public RoseState? Rose { get; set; }
}
