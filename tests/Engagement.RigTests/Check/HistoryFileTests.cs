using Engagement.Rig.History;

namespace Engagement.RigTests.Check;

/// <summary>What was recorded is what is read, whatever became of the recorder.</summary>
public sealed class HistoryFileTests
{
    [Fact]
    public void Read_RecordedByManyClients_GivesEveryOperation()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("history-").FullName, "run.jsonl");
        using (var recorder = new HistoryRecorder(path, new() { PerDay = 7 }))
        {
            Parallel.For(0, 200, client =>
            {
                var call = recorder.Call(client, new(OperationKind.Claim, "c" + client, "p") { Rose = "r", Secret = OperationCall.SecretId("s") });
                if (client % 4 > 0)
                {
                    recorder.Return(call, client % 4 == 1 ? "OutcomeUnknown" : "Done", new() { Hop = client });
                }
            });
        }

        File.AppendAllText(path, """{"is":"call","client":1,"seq"""); // torn by a crash
        using (var again = new HistoryRecorder(path, new() { PerDay = 7 }))
        {
            again.Call(0, new(OperationKind.ReadRose, null, null) { Rose = "r" });
        }

        var history = HistoryFile.Read(path);
        Assert.Equal(7, history.Settings.PerDay);
        Assert.Equal(201, history.Operations.Count);
        Assert.Equal(201, history.Operations.Select(operation => operation.Sequence).Distinct().Count());
        Assert.Equal(100, history.Operations.Count(operation => operation.IsDone && operation.Answer.Hop == operation.Client && operation.ReturnedAt >= operation.CalledAt));
        Assert.Equal(101, history.Operations.Count(operation => operation.IsUnknown));
    }

    [Fact]
    public void Read_AnswerWithoutCall_IsRefused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("history-").FullName, "run.jsonl");
        using (var recorder = new HistoryRecorder(path, new()))
        {
            recorder.Return(new(1, 99), "Done");
        }

        Assert.Throws<Rig.RigException>(() => HistoryFile.Read(path));
    }
}
