using System.Collections.Concurrent;
using System.Diagnostics;

namespace Engagement.Rig.Simulate;

/// <summary><c>simulate</c>: the product's rules and ledger against a store that fails by seed, many times.</summary>
internal static class SimulateCommand
{
    public static readonly string[] Options = ["schedules", "seed", "replay", "mutations", "mutation", "redis"];

    public static async Task<int> Run(RigArguments args)
    {
        var mutation = args.Text("mutation") is { } name ? Enum.Parse<Mutation>(name, ignoreCase: true) : Mutation.None;
        if (args.Has("replay"))
        {
            return Replay(args.Number("replay", 0), mutation);
        }

        var (schedules, seed) = (args.Number("schedules", 100_000), args.Number("seed", 1));
        if (args.Text("redis") is { } server)
        {
            await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server);
            var (differences, changes) = await ScriptComparison.Run(redis, args.Number("schedules", 200), seed);
            Console.WriteLine($"{changes:n0} changes on {server} and in memory: {differences.Count:n0} differences{string.Concat(differences.Take(20).Select(one => "\n  " + one))}");
            return differences.Count == 0 ? 0 : 1;
        }

        return args.Has("mutations") ? Mutations(schedules, seed) : Many(schedules, seed, mutation);
    }

    /// <summary>Plays seeds from <paramref name="seed"/> on, until one is wrong; which one, and how many were played before it.</summary>
    public static ScheduleResult? FirstWrong(int schedules, int seed, Mutation without) =>
        Enumerable.Range(seed, schedules).Select(one => Schedule.Play(one, without)).FirstOrDefault(result => result.Wrong.Count > 0);

    private static int Many(int schedules, int seed, Mutation without)
    {
        var (clock, done, last) = (Stopwatch.StartNew(), 0, 0L);
        var wrong = new ConcurrentBag<ScheduleResult>();
        var (operations, answered) = (0L, 0L);
        Parallel.For(0, schedules, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (i, loop) =>
        {
            var result = Schedule.Play(seed + i, without);
            Interlocked.Add(ref operations, result.History.Operations.Count);
            Interlocked.Add(ref answered, result.History.Operations.Count(operation => !operation.IsUnknown));
            if (result.Wrong.Count > 0)
            {
                wrong.Add(result);
                if (wrong.Count >= 10)
                {
                    loop.Stop();
                }
            }

            var sofar = Interlocked.Increment(ref done);
            if (clock.ElapsedMilliseconds - Interlocked.Read(ref last) > 5_000)
            {
                Interlocked.Exchange(ref last, clock.ElapsedMilliseconds);
                Console.Error.WriteLine($"  {sofar:n0} of {schedules:n0} schedules, {wrong.Count} wrong");
            }
        });
        Console.WriteLine($"{done:n0} schedules from seed {seed} in {clock.Elapsed.TotalSeconds:n0} s: {operations:n0} operations, {answered:n0} answered, {wrong.Count:n0} schedules wrong");
        foreach (var one in wrong.OrderBy(one => one.Seed))
        {
            Console.WriteLine($"WRONG: seed {one.Seed}: {one.Wrong[0]}");
        }

        if (!wrong.IsEmpty)
        {
            Console.WriteLine($"Replay with: simulate --replay {wrong.Min(one => one.Seed)}");
        }

        return wrong.IsEmpty ? 0 : 1;
    }

    private static int Mutations(int schedules, int seed)
    {
        var missed = 0;
        foreach (var mutation in Enum.GetValues<Mutation>().Where(one => one != Mutation.None))
        {
            var found = FirstWrong(schedules, seed, mutation);
            missed += found is null ? 1 : 0;
            Console.WriteLine(found is null
                ? $"without {mutation}: NOT FOUND in {schedules:n0} schedules"
                : $"without {mutation}: found after {found.Seed - seed + 1:n0} schedules: {found.Wrong[0].Split('\n')[0]}");
        }

        return missed == 0 ? 0 : 1;
    }

    // The same seed with as few of its steps as still go wrong, step by step.
    private static int Replay(int seed, Mutation without)
    {
        var whole = Schedule.Play(seed, without);
        var shortest = whole.Wrong.Count == 0 ? whole
            : Enumerable.Range(0, whole.Steps + 1).Select(steps => Schedule.Play(seed, without, steps)).First(result => result.Wrong.Count > 0);
        Console.WriteLine($"seed {seed}, {shortest.Steps} of {whole.Steps} steps:");
        foreach (var line in shortest.Trace)
        {
            Console.WriteLine("  " + line);
        }

        foreach (var wrong in shortest.Wrong)
        {
            Console.WriteLine("WRONG: " + wrong);
        }

        Console.WriteLine(shortest.Wrong.Count == 0 ? "Nothing is wrong." : $"{shortest.Wrong.Count} things are wrong.");
        return shortest.Wrong.Count == 0 ? 0 : 1;
    }
}
