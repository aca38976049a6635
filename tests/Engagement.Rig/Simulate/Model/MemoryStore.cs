using System.Globalization;
using System.Text;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Simulate.Model;

/// <summary>
/// commit.lua on dictionaries: the same keys and arguments, the same checks before the same writes, the same answers. A
/// test compares it with the script itself on redis-server.
/// </summary>
internal sealed class MemoryStore(Mutation without)
{
    /// <summary>What is taken away.</summary>
    public Mutation Without => without;

    public Dictionary<string, byte[]> Strings { get; } = [];

    public Dictionary<string, Dictionary<string, double>> Sets { get; } = [];

    public Dictionary<string, Dictionary<string, string>> Hashes { get; } = [];

    public Dictionary<string, List<byte[]>> Lists { get; } = [];

    /// <summary>Every change that arrived and its answer, for <see cref="ScriptComparison"/>; null keeps none.</summary>
    public List<(LedgerChange Change, long Answer)>? Journal { get; init; }

    /// <summary>Commits one change: bit i for the i-th once that took effect; -1 another version, -2 a birth exists, -3 an entry is gone.</summary>
    /// <param name="change">Keys and arguments.</param>
    /// <param name="isTorn">The record only: what a store without scripts may leave behind when it is interrupted.</param>
    public long Apply(LedgerChange change, bool isTorn = false)
    {
        var answer = new Script(this, change).Run(isTorn);
        Journal?.Add((change, answer));
        return answer;
    }

    private static Dictionary<string, T> In<T>(Dictionary<string, Dictionary<string, T>> all, string key) =>
        all.TryGetValue(key, out var found) ? found : all[key] = [];

    /// <summary>One run: two cursors over KEYS and ARGV, as in the script.</summary>
    private sealed class Script(MemoryStore store, LedgerChange change)
    {
        private int _k;
        private int _a = 2;
        private long _bits;
        private int _nth;

        public long Run(bool isTorn)
        {
            var (record, value) = (Key(0), Bytes(3));
            var refusal = Refused(out var births, out var takes);
            if (refusal < 0)
            {
                return refusal;
            }

            store.Strings[record] = value;
            foreach (var (key, born) in births)
            {
                store.Strings[key] = born;
            }

            foreach (var (set, member) in takes)
            {
                In(store.Sets, set).Remove(member);
            }

            while (_a < change.Args.Count && !isTorn)
            {
                Effect((int)change.Args[_a++]);
            }

            return _bits;
        }

        private long Refused(out List<(string Key, byte[] Value)> births, out List<(string Set, string Member)> takes)
        {
            (births, takes) = ([], []);
            var stored = store.Strings.TryGetValue(Key(0), out var record) ? record.AsSpan(0, RecordFormat.HeaderLength) : [];
            if (!stored.SequenceEqual(Bytes(2)) && store.Without != Mutation.Version)
            {
                return -1;
            }

            (_k, _a) = (1, 4);
            for (var left = (int)change.Args[_a++]; left > 0; left--)
            {
                births.Add((Key(_k++), Bytes(_a++)));
            }

            for (var left = (int)change.Args[_a++]; left > 0; left--)
            {
                takes.Add((Key(_k++), Text(_a++)));
            }

            return births.Exists(birth => store.Strings.ContainsKey(birth.Key)) && store.Without != Mutation.Birth ? -2
                : takes.Exists(take => !In(store.Sets, take.Set).ContainsKey(take.Member)) && store.Without != Mutation.Take ? -3 : 0;
        }

        private void Effect(int code)
        {
            switch (code)
            {
                case 1:
                    var (board, place) = (In(store.Sets, Key(_k)), Text(_a));
                    var (n, second) = ((int)change.Args[_a + 1], (int)change.Args[_a + 2]);
                    board[place] = (board.TryGetValue(place, out var packed) ? Score.Unpack(packed) : default).Plus(n, n > 0 ? second : 0).Packed;
                    Move(1, 3);
                    break;
                case 2:
                    var (counter, field) = (In(store.Hashes, Key(_k)), Text(_a));
                    if (store.Without != Mutation.Effect || !Key(_k).EndsWith(":claimed", StringComparison.Ordinal))
                    {
                        counter[field] = (Number(counter.GetValueOrDefault(field)) + (long)change.Args[_a + 1]).ToString(CultureInfo.InvariantCulture);
                    }

                    Move(1, 2);
                    break;
                case 3:
                    In(store.Sets, Key(_k))[Text(_a)] = (double)change.Args[_a + 1];
                    Move(1, 2);
                    break;
                case 4:
                    In(store.Sets, Key(_k)).Remove(Text(_a));
                    Move(1, 1);
                    break;
                case 5:
                    Of(Key(_k)).Add(Bytes(_a));
                    Move(1, 1);
                    break;
                case 6:
                    var feed = Of(Key(_k));
                    feed.Insert(0, Bytes(_a));
                    feed.RemoveRange(Math.Min(feed.Count, (int)change.Args[_a + 1]), Math.Max(0, feed.Count - (int)change.Args[_a + 1]));
                    Move(1, 2);
                    break;
                case 7:
                    Once();
                    break;
                default:
                    var owned = In(store.Hashes, Key(_k));
                    if (owned.GetValueOrDefault(Text(_a)) == Text(_a + 1))
                    {
                        owned.Remove(Text(_a));
                        Move(1, 4);
                    }
                    else
                    {
                        Move(1 + (int)change.Args[_a + 2], 4 + (int)change.Args[_a + 3]);
                    }

                    break;
            }
        }

        private void Once()
        {
            var (guard, max) = (In(store.Hashes, Key(_k)), (int)change.Args[_a + 2]);
            var free = max == 0 || Number(In(store.Hashes, Key(_k + 1)).GetValueOrDefault(Text(_a + 3))) < max;
            if (free && (guard.TryAdd(Text(_a), Text(_a + 1)) || store.Without == Mutation.Once))
            {
                _bits += _nth < 30 ? 1L << _nth : 0;
                Move(2, 6);
            }
            else
            {
                Move(2 + (int)change.Args[_a + 4], 6 + (int)change.Args[_a + 5]);
            }

            _nth++;
        }

        private List<byte[]> Of(string key) => store.Lists.TryGetValue(key, out var list) ? list : store.Lists[key] = [];

        private string Key(int k) => change.Keys[k].ToString();

        private byte[] Bytes(int a) => (byte[]?)change.Args[a] ?? [];

        private string Text(int a) => Encoding.Latin1.GetString(Bytes(a));

        private static long Number(string? text) => text is null ? 0 : long.Parse(text, CultureInfo.InvariantCulture);

        private void Move(int keys, int args) => (_k, _a) = (_k + keys, _a + args);
    }
}
