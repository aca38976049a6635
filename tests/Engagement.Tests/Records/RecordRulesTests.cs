using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Records;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Records;

/// <summary>What may stand in a civic record, and whose hand is on it (RB-08, CA-13).</summary>
public sealed class RecordRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 4, 0, 0, TimeSpan.Zero);
    private static readonly ParticipantId An = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly LocalizedText Text = new() { Zh = "字", En = "text" };
    private static int _commands;

    [Fact]
    public void Shows_OnlyLawfulKindsFromE2OnWithConsent() => Gen.Select(
        Gen.Enum<EvidenceLevel>(), Gen.Enum<ActReview>(), Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Sample((level, review, lawful, hidden, consent, least) =>
    {
        var record = new CivicRecordState { Id = An, ConsentAt = consent ? 1 : 0 };
        var act = new CivicActState { Courier = An, Level = level, Review = review, Hidden = hidden };
        var shows = RecordRules.Shows(act, Kind(lawful), (EvidenceLevel)least, record);
        if (shows)
        {
            Assert.True(act.Scores); // nothing stands in a record that counts nowhere
        }

        Assert.Equal(level >= EvidenceLevel.E2 && level >= (EvidenceLevel)least && lawful && !hidden && consent && review is (ActReview.Accepted or ActReview.SecondLook), shows);
        Assert.False(RecordRules.Shows(act, null, (EvidenceLevel)least, record)); // an act that the catalogue no longer knows
        Assert.False(RecordRules.Shows(act, Kind(true), (EvidenceLevel)least, new() { Id = new(new Guid(2, 0, 0, new byte[8])), ConsentAt = 1 })); // somebody else's
    });

    [Fact]
    public void Share_WithoutConsent_IsForbidden_AndStoppingEndsEveryLink()
    {
        var record = new CivicRecordState { Id = An };
        Assert.Equal(Outcome.Forbidden, Share(record, 1, Now));
        Assert.Equal(Outcome.Done, Consent(record, true));
        for (var i = 1; i <= CivicRecordState.MaxShares; i++)
        {
            Assert.Equal(Outcome.Done, Share(record, i, Now));
        }

        Assert.Equal(Outcome.AllowanceUsed, Share(record, 9, Now));
        Assert.Equal(Outcome.Done, Share(record, 10, Now.AddHours(25))); // those whose time is over make room
        Assert.Equal([6], record.Shares!.Select(share => share.Number));
        Assert.Equal(Outcome.Done, Consent(record, false));
        Assert.Empty(record.Derived());
        Assert.Null(record.Shares);
    }

    [Fact]
    public void IsOpen_EndsWithItsTime()
    {
        var share = new RecordShare(Guid.NewGuid(), 1, 0, Now.ToUnixTimeMilliseconds());
        Assert.True(RecordRules.IsOpen(share, Now.AddMilliseconds(-1)));
        Assert.False(RecordRules.IsOpen(share, Now));
    }

    [Fact]
    public void Remove_StaysAfterConsentIsTakenBackAndGivenAgain()
    {
        var record = new CivicRecordState { Id = An };
        var act = new CivicActId(Guid.NewGuid());
        Consent(record, true);
        Assert.Equal(Outcome.Done, RecordRules.Remove(record, Command(), act, Now, Now));
        Consent(record, false);
        Consent(record, true);
        Assert.Equal([act], record.Removed!);
    }

    [Fact]
    public void Answer_Once_AndForgetLeavesNothing()
    {
        var record = new CivicRecordState { Id = An };
        Consent(record, true);
        Assert.Equal(Outcome.Done, RecordRules.Ask(record, Command(), 1, new(new(Guid.NewGuid()), RecordFault.Day, null), [1], Now, Now));
        Assert.Equal(Outcome.Done, RecordRules.Answer(record, Command(), An, 1, true, "改了", Now, Now));
        Assert.Equal(Outcome.AlreadyDecided, RecordRules.Answer(record, Command(), An, 1, false, "不", Now, Now));
        Assert.Equal(Outcome.NotFound, RecordRules.Answer(record, Command(), An, 2, true, "改了", Now, Now));
        RecordRules.Forget(record);
        Assert.Equal((0L, true), (record.ConsentAt, record.Erased));
        Assert.True(record.Requests is null && record.Shares is null && record.Removed is null);
        Assert.Equal(Outcome.SignInRequired, Consent(record, true));
    }

    [Fact]
    public void Rules_RandomCommands_EffectsAreTheDifferenceOfDerived() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 40]).Array[1, 60].Sample(steps =>
    {
        var (record, ledger, now) = (new CivicRecordState { Id = An }, new LedgerModel(), Now);
        ledger.Records.Add(record);
        foreach (var (what, n) in steps)
        {
            now = now.AddHours(n);
            switch (what)
            {
                case 0: Consent(record, n % 4 != 0); break;
                case <= 2: Share(record, n + 1, now); break;
                case 3: RecordRules.EndShare(record, Command(), 1 + n % 4, now, Now); break;
                case 4: RecordRules.Ask(record, Command(), (ulong)n, new(new(new Guid(n, 0, 0, new byte[8])), RecordFault.Place, null), null, now, Now); break;
                case 5: RecordRules.Answer(record, Command(), An, 1 + n % 6, n % 2 == 0, "r", now, Now); break;
                default: RecordRules.Remove(record, Command(), new(new Guid(n, 0, 0, new byte[8])), now, Now); break;
            }

            ledger.Commit(record);
            Assert.Empty(ledger.Differences());
        }
    });

    private static ActKind Kind(bool lawful) => new() { Id = "k", Mark = "善", Title = Text, Hint = Text, Group = ActGroup.Helping, Record = lawful };

    private static Outcome Consent(CivicRecordState record, bool agree) => RecordRules.Consent(record, Command(), agree, Now, Now);

    private static Outcome Share(CivicRecordState record, int id, DateTimeOffset now) => RecordRules.Share(record, Command(), new Guid(id, 0, 0, new byte[8]), 24, now, Now);

    private static CommandId Command() => new(Guid.CreateVersion7(Now.AddMilliseconds(Interlocked.Increment(ref _commands))));
}
