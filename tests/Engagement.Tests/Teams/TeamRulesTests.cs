using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Tests.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Tests.Teams;

/// <summary>Random teams, moves and links: never a circle, one managing parent, scopes inherit downwards and only downwards (VH-13).</summary>
public sealed class TeamRulesTests
{
    private const string Root = "org-root", Other = "org-other";

    private static readonly Gen<(int What, int Which, int Parent, int Pick)[]> Commands =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 13], Gen.Int[0, 1_000], static (a, b, c, d) => (a, b, c, d)).Array[1, 60];

    [Fact]
    public void Teams_RandomMovesAndLinks_NeverACircleAndScopesInherit() => Commands.Sample(commands =>
    {
        var model = new Model();
        foreach (var command in commands)
        {
            model.Run(command.What, command.Which, command.Parent, command.Pick);
        }

        var differences = model.Ledger.Differences();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        model.Holds();
    }, iter: 10_000);

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(100, 1), InlineData(101, 2), InlineData(400, 4), InlineData(401, 5), InlineData(40_000, 5)]
    public void AdminsOf_OnePerHundredUpToFive(long members, int admins) => Assert.Equal(admins, TeamCard.AdminsOf(members));

    [Fact]
    public void RunOut_AfterTheLastDay_DissolvesOnce()
    {
        var model = new Model();
        var team = model.Found(0, TeamLevel.Task, Root, 20260310);
        TeamRules.RunOut(team, model.At(new(2026, 3, 10, 23, 59, 59, ShanghaiDay.Offset)));
        Assert.Equal(0, team.Dissolved);
        TeamRules.RunOut(team, model.At(new(2026, 3, 11, 0, 0, 0, ShanghaiDay.Offset)));
        var ended = team.Dissolved;
        Assert.NotEqual(0, ended);
        TeamRules.RunOut(team, model.At(new(2026, 3, 12, 0, 0, 0, ShanghaiDay.Offset)));
        Assert.Equal(ended, team.Dissolved);
        Assert.Equal(Outcome.Expired, TeamRules.Rename(team, new(Guid.CreateVersion7(new(2026, 3, 12, 0, 0, 0, ShanghaiDay.Offset))), default, "新名字", null, 20260320, model.At(new(2026, 3, 12, 0, 0, 0, ShanghaiDay.Offset))).Outcome);
    }

    private sealed class Model
    {
        private readonly TeamState[] _teams = [.. Enumerable.Range(0, 12).Select(_ => new TeamState())];
        private readonly TeamDirectory _directory = new(null!, null!, null!, NullLogger<TeamDirectory>.Instance);
        private DateTimeOffset _now = new(2026, 3, 1, 20, 0, 0, ShanghaiDay.Offset);
        private int _commands;

        public Model()
        {
            Organisations = new(new TestCatalogue(), _directory, new NoSwitches());
            foreach (var team in _teams)
            {
                team.Follow([new Birth("", "", team)]);
                Ledger.Commit(team);
            }
        }

        public LedgerModel Ledger { get; } = new();

        private Organisations Organisations { get; }

        public Moment At(DateTimeOffset now) => new(now, now, new(), new());

        public TeamState Found(int which, TeamLevel level, string parent, int until)
        {
            var team = _teams[which];
            TeamRules.Found(team, Id(which), "CODE" + which, Command(), default, new($"队伍{which}", null, level, parent, Until: until), LevelOf(parent), At(_now));
            return team;
        }

        public void Run(int what, int which, int parent, int pick)
        {
            _now = _now.AddSeconds(1 + pick);
            var (team, above) = (_teams[which], parent < 12 ? Id(parent) : parent == 12 ? Root : Other);
            switch (what)
            {
                case < 4:
                    var level = (TeamLevel)(pick % 8); // 0 and 7 are none
                    Found(which, level, above, level == TeamLevel.Task ? 20260401 : pick % 9 == 0 ? 20260401 : 0);
                    break;
                case < 7 when team.Id.Length > 0:
                    TeamRules.Move(team, Command(), default, above, LevelOf(above), At(_now));
                    break;
                case < 9 when team.Id.Length > 0:
                    TeamRules.Link(team, Command(), default, above, LevelOf(above), pick % 3 > 0, At(_now));
                    break;
                case 9 when pick % 6 == 0 && team.Id.Length > 0:
                    TeamRules.Dissolve(team, Command(), default, "done", At(_now));
                    break;
            }

            Ledger.Commit(team);
            _directory.Learn(_teams.Where(one => one.Id.Length > 0).Select(one => one.Card()));
        }

        public void Holds()
        {
            foreach (var team in _teams.Where(one => one.Id.Length > 0))
            {
                Assert.True(team.Level is > TeamLevel.Organisation and <= TeamLevel.Task && (team.Level == TeamLevel.Task) == (team.Until > 0));
                Assert.InRange(team.Readers?.Count ?? 0, 0, TeamState.MostReaders);
                Assert.DoesNotContain(team.Parent, team.Readers ?? []);
                var above = Organisations.Above(team.Id);
                Assert.Equal(above.Distinct(), above);
                Assert.Contains(above[above.Count - 1], new[] { Root, Other }); // every chain ends at an organisation
                Assert.All(above, parent => Assert.Contains(team.Id, Organisations.Below(parent)));
                var levels = above.Select(one => (int)LevelOfAny(one)).ToArray();
                Assert.Equal(levels.OrderDescending().Distinct(), levels);

                foreach (var scope in _teams.Where(one => one.Id.Length > 0).Select(one => one.Id).Append(Root).Append(Other))
                {
                    var staff = new Profile(null, null, false, false, new(), Reach.Everyone, false, [], false, 1, [], Roles: [new(Role.Organiser, scope)]);
                    Assert.Equal(above.Contains(scope), Organisations.MayRun(staff, team.Id));
                    Assert.True(Organisations.MayRead(staff, team.Id) || !Organisations.MayRun(staff, team.Id));
                    Assert.Equal(Reaches(team.Id, scope), Organisations.MayRead(staff, team.Id));
                }
            }

            var nobody = new Profile(null, null, false, false, new(), Reach.Everyone, false, [], false, 1, [], Roles: [new(Role.CompanySteward, Root)]);
            Assert.False(Organisations.MayRead(nobody, Root));
            Assert.Empty(Organisations.Above("unknown"));
        }

        public CommandId Command() => new(Guid.CreateVersion7(_now.AddTicks(++_commands)));

        // Written anew, from the records: whether one gets from the team to the scope along any parents.
        private bool Reaches(string from, string scope) => from == scope
            || _teams.SingleOrDefault(one => one.Id == from) is { } team && (team.Readers ?? []).Append(team.Parent).Any(parent => Reaches(parent, scope));

        private TeamLevel? LevelOf(string id) => id is Root or Other ? TeamLevel.Organisation : _teams.SingleOrDefault(team => team.Id == id && team.Dissolved == 0)?.Level;

        private TeamLevel LevelOfAny(string id) => id is Root or Other ? TeamLevel.Organisation : _teams.Single(team => team.Id == id).Level;

        private static string Id(int which) => "team-" + which;
    }
}
