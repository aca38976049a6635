using System.Text.Json;
using Engagement.Rig.Load;

namespace Engagement.RigTests.Load;

/// <summary>A Rig that was killed knows what it had under way, and a day of a long run has its end.</summary>
public sealed class PendingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pending").FullName;

    private string Journal => Path.Combine(_folder, "journal");

    [Fact]
    public async Task Commands_UnderWayWhenTheRigDied_AreFoundAgain_UnlessTheJournalKnowsThem()
    {
        var (lost, known) = (Command("send"), Command("claim"));
        using (var journal = new Journal(Journal, 2))
        {
            Assert.Empty(journal.Pending.Left);
            _ = journal.Pending.Run(lost, () => Task.Delay(Timeout.Infinite)); // killed before the answer
            await journal.Pending.Run(known, () =>
            {
                journal.Write(new("send", Guid.CreateVersion7().ToString("D"), "rose", "a"));
                journal.Write(new("claim", known.Command, "rose", "b", 1));
                return Task.CompletedTask;
            });
        }

        using var again = new Journal(Journal, 2);
        Assert.Equivalent(new[] { lost.Command, known.Command }, again.Pending.Left.Select(left => left.Command));
        Assert.Equal([lost.Command], again.Pending.Left.Where(left => !again.Expected.Knows(left.Kind, left.Command)).Select(left => left.Command));
        Assert.Equal("give-way", again.Pending.Left[0].Body.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Place_OfAFinishedCommand_IsWrittenOver()
    {
        using (var pending = new Pending(Journal, 1))
        {
            foreach (var _ in Enumerable.Range(0, 3))
            {
                await pending.Run(Command("send"), () => Task.CompletedTask);
            }
        }

        Assert.Equal(512, new FileInfo(Journal).Length);
    }

    [Fact]
    public async Task Day_WithItsGiftsGiven_IsOver_ThoughPeopleMayStillGive()
    {
        var (days, given) = (0, 0);
        var allowances = new Allowances(() => Task.FromResult(days++), people: 10, perDay: 5, callers: 2, atMost: 7);
        allowances.Begin(Enumerable.Repeat(5, 10));
        for (var i = 0; i < 15; i++)
        {
            await allowances.Give(_ => Task.FromResult(given++));
        }

        Assert.Equal((15, 2), (given, days));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PendingCommand Command(string kind)
    {
        var command = Guid.CreateVersion7().ToString("D");
        return new(kind, command, "a", "api/v1/roses", JsonSerializer.SerializeToElement(new { commandId = command, reason = "give-way" }));
    }
}
