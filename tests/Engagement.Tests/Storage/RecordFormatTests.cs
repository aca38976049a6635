using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Tests.Storage;

/// <summary>Stored records outlive the code that wrote them.</summary>
public sealed class RecordFormatTests
{
    private static readonly RecordFormat Format = new(new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>());

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Storage", "Records");

    [Fact]
    public void Read_RoseOfNovember2026_KeepsEveryField()
    {
        var rose = Format.Read<RoseState>(File.ReadAllBytes(Path.Combine(Folder, "rose-2026-11.bin")));
        Assert.Equal((RoseStatus.Held, 2, 3, 20260601), (rose.Status, rose.Hops, rose.Offers, rose.BornDay));
        Assert.Equal(("co-sf", 20260601, TextState.Held), (rose.Latest!.Giver.Company, rose.Latest.Day, rose.Latest.Letter.TextState));
        Assert.Equal((3, 1_780_372_800_000), (rose.Offer!.Number, rose.Offer.Due));
        Assert.Equal(7, Assert.Single(rose.Commands.Done).Value);
    }

    [Fact]
    public void Read_ParticipantOfNovember2026_KeepsEveryField()
    {
        var person = Format.Read<ParticipantState>(File.ReadAllBytes(Path.Combine(Folder, "participant-2026-11.bin")));
        Assert.Equal((5, 2, 17L), (person.Purse.Granted, person.Purse.Sent, person.Purse.AllSent));
        Assert.Equal(("440703", "org1", Reach.PeopleIKnow), (person.Units.District, person.Units.Organisation, person.Reach));
        Assert.True(person.IsOpen && person.OnBoards);
    }

    [Fact]
    public void Read_RecordWithFewerOrMoreFields_KeepsWhatBothKnow()
    {
        var more = Format.Read<WiderTally>(Format.Write(new TallyState { Name = "n", N = 3 }, null));
        Assert.Equal(("n", 3, 0L, null), (more.Name, more.N, more.Later, more.Nested));
        var less = Format.Read<TallyState>(Format.Write(new WiderTally { Name = "n", N = 4, Later = 9, Nested = ["x"] }, null));
        Assert.Equal(("n", 4), (less.Name, less.N));
    }

    /// <summary>How the checked-in records were made; run by hand with RECORDS=folder when a new generation is wanted, never over old ones.</summary>
    [Fact]
    public void Write_RecordsOfToday_WhenAsked()
    {
        if (Environment.GetEnvironmentVariable("RECORDS") is not { } folder)
        {
            return;
        }

        var letter = new Letter { Reason = "helped", Preset = "thanks", Text = [1, 2, 3], TextState = TextState.Held, WrittenAt = 5 };
        var rose = new RoseState
        {
            Id = new(new Guid(1, 2, 3, new byte[8])), Status = RoseStatus.Held, BornAt = 1, BornDay = 20260601, Offers = 3, Hops = 2,
            Offer = new() { Number = 3, Due = 1_780_372_800_000, Letter = letter },
            Latest = new() { Number = 2, Day = 20260601, Second = 9, Letter = letter, Giver = new("440703", null, null, "co-sf"), Counted = Counted.Yes },
        };
        rose.Commands.Keep(new(Guid.Parse("0197f000-0000-7000-8000-000000000000")), 1, 7, DateTimeOffset.UnixEpoch);
        File.WriteAllBytes(Path.Combine(folder, "rose-2026-11.bin"), Format.Write(rose, null));
        File.WriteAllBytes(Path.Combine(folder, "participant-2026-11.bin"), Format.Write(new ParticipantState
        {
            Since = 1, Purse = new() { Day = 20260601, Granted = 5, Sent = 2, AllSent = 17 }, Units = new("440703", null, "org1"),
            Reach = Reach.PeopleIKnow, OnBoards = true, Name = [9],
        }, null));
    }
}

/// <summary>A later generation of <see cref="TallyState"/>.</summary>
[GenerateSerializer, Alias("test.tally.wider")]
public sealed class WiderTally : LedgerState
{
    [Id(0)] public string Name { get; set; } = "";

    [Id(1)] public int N { get; set; }

    [Id(7)] public long Later { get; set; }

    [Id(8)] public List<string>? Nested { get; set; }

    internal override IEnumerable<Effect> Derived() => [];
}
