using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Web.Mine;
using Engagement.Web.Photos;
using Engagement.Web.Protection;
using Engagement.Web.Roses;
using Engagement.Web.Settings;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

public sealed class TextTests
{
    private static readonly Dictionary<string, string> Chinese = TextFiles.Read("Texts.resx"), English = TextFiles.Read("Texts.en.resx");

    // A key that ends here is continued by code: an enum's name or a number.
    private static readonly string[] Families = ["Union.", "State.", "Mine.", "Who.", "Boards.", "Elsewhere.", "Phrase.", "Thanks.", "Report.", "Consent.", "Rules.", "Name.Fault", "SignIn.", "Notices.",
        "Control.Field.", "Control.Hint.", "Control.Default.", "Control.Value.", "Control.Paused.", "Roles.Of.", "Roles.Fault.", "Photos.", "Deed.", "Acts.", "Published.", "Record.", "Paper.", "Stations.Kind", "Stations.Fault", "Nominations.Fault",
        "Companies.Trouble.", "Companies.Phase.", "Companies.Column.", "Companies.Field.", "Companies.Problem.", "Couriers.Fault.",
        "Volunteers.Skill.", "Volunteers.Level.", "Volunteers.Fault.", "Volunteers.Desk.", "Volunteers.Age.", "Volunteers.Consent.", "Teams.Level.", "Teams.Fault."];

    [Fact]
    public void Keys_BothFiles_AreTheSame() => Assert.Equal(Chinese.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Places_BothFiles_AreTheSame() => Assert.All(Chinese, text => Assert.Equal(Places(text.Value), Places(English[text.Key])));

    [Fact]
    public void Texts_NoneIsEmptyOrUntranslated()
    {
        Assert.All(Chinese.Concat(English), text => Assert.NotEqual("", text.Value.Trim()));
        Assert.All(English, text => Assert.True(text.Key.StartsWith("Settings.OtherLanguage", StringComparison.Ordinal) || !Regex.IsMatch(text.Value, @"\p{IsCJKUnifiedIdeographs}"), text.Key));
    }

    [Fact]
    public void Keys_UsedInSources_Exist() => Assert.All(Used(), key => Assert.True(Chinese.ContainsKey(key) || Chinese.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)), key));

    [Fact]
    public void Keys_InFiles_AreUsed()
    {
        var used = Used().ToHashSet();
        Assert.All(Chinese.Keys, key => Assert.True(used.Contains(key) || Families.Any(family => key.StartsWith(family, StringComparison.Ordinal)), key));
    }

    [Fact]
    public void Keys_MadeFromEnums_Exist()
    {
        IEnumerable<string> made = [
            .. Enum.GetNames<StateKind>().SelectMany(kind => new[] { $"State.{kind}.Title", $"State.{kind}.Text", $"State.{kind}.Cta" }),
            .. Enum.GetNames<MineBox>().SelectMany(box => new[] { "Mine." + box, "Mine.Empty" + box }),
            .. Enum.GetNames<MineStage>().Select(stage => "Mine.Stage" + stage),
            .. Enum.GetValues<RoseStage>().Where(s => s is not (RoseStage.Offered or RoseStage.Kept)).SelectMany(s => new[] { $"Elsewhere.{s}.Title", $"Elsewhere.{s}.Text" }),
            .. Enum.GetNames<Engagement.Contracts.Reach>().Select(who => "Who." + who),
            .. Enum.GetNames<Engagement.Web.Boards.BoardPeriod>().Select(period => "Boards." + period),
            .. Engagement.Grains.Rankings.Boards.All.Select(board => "Boards.Of." + board),
            .. Enum.GetNames<Engagement.Web.Boards.BoardInvite>().Where(i => i != "None").SelectMany(i => new[] { "Boards.Invite" + i, "Boards.Join" + i }),
            .. ReportController.Reasons.Select(reason => "Report." + reason),
            .. Enum.GetNames<Engagement.Grains.Notices.NoticeKind>().Select(kind => "Notices.Kind" + kind),
            .. NoticeChoicePage.Topics.SelectMany(topic => new[] { "Notices.Topic" + topic, "Notices.Say" + topic }),
            .. Enum.GetNames<Engagement.Contracts.ActReview>().Where(review => review != "None").Append("Confirmed").Select(review => "Acts.Stage" + review),
            .. Enum.GetNames<Engagement.Contracts.EvidenceLevel>().Select(level => "Acts.Level" + level),
            .. Engagement.Web.Acts.ReviewPage.Reasons.SelectMany(reason => new[] { "Acts.Reason" + reason, "Acts.Fix" + reason }),
            .. Enum.GetNames<Engagement.Grains.Acts.ActEvent>().Where(what => what != "None").Select(what => "Acts.Event" + what),
            .. Enum.GetNames<Engagement.Contracts.ActGroup>().Select(group => "Acts.Group" + group),
            .. new[] { "reason", "note", "level", "verdict" }.Select(field => "Acts.Fault" + field),
            .. Engagement.Grains.Rankings.Boards.Published.Select(board => "Published.Of." + board),
            .. Enum.GetNames<ObjectionGround>().Where(ground => ground != "None").Select(ground => "Published.Ground." + ground),
            .. Enum.GetNames<ObjectionState>().Select(state => "Published.State." + state), "Published.Fault.board", "Published.Fault.ground", "Published.Fault.note",
            .. Enum.GetNames<RecordFault>().Where(fault => fault != "None").Select(fault => "Record.Fault." + fault),
            .. Enum.GetNames<CorrectionState>().Select(state => "Record.State." + state), .. Engagement.Web.Records.RecordController.Hours.Select(hours => "Record.Hours." + hours),
            .. new[] { "People", "Acts", "Rate", "" }.SelectMany(counts => new[] { "Boards.Unit" + counts, "Boards.Place" + counts, "Boards.Mine" + counts }),
            .. Enum.GetNames<Engagement.Contracts.StationKind>().Select(kind => "Stations.Kind" + kind),
            "Name.FaultInvalid", "Name.FaultTextRefused",
            .. Enum.GetNames<Engagement.Web.Paper.PaperStage>().Append("Found").SelectMany(stage => new[] { $"Paper.{stage}Title", $"Paper.{stage}Text" }),
            .. new[] { "Expired", "AlreadyClaimed", "SlowDown", "DirectBounce", "Frozen", "Voided" }.Select(outcome => "Paper.Fault" + outcome),
            .. Enum.GetNames<PhotoRefusal>().Where(refusal => refusal != "None").Select(refusal => "Photos." + refusal),
            .. Enum.GetNames<ProtectionStatus>().Where(status => status != "None").Select(status => "Deed.Status" + status),
            .. Enum.GetNames<ProtectionStatus>().Where(status => status is not ("None" or "Refused")).Select(status => "Deed.Say" + status),
            .. CompanyDeedsPage.Reasons.Select(reason => "Deed.Refusal" + reason), "Deed.LevelE2", "Deed.LevelE3",
            .. Enum.GetNames<DeedProof>().Select(proof => "Deed.Genuine" + proof),
            .. Enum.GetNames<Engagement.Web.Sessions.SignInTrouble>().Select(trouble => "SignIn." + trouble),
            .. Enum.GetNames<Engagement.Contracts.ControlField>().Where(field => field != "None").SelectMany(field => new[] { "Control.Field." + field, "Control.Default." + field }),
            .. new[] { "Sending", "Claiming", "Boards" }.SelectMany(field => new[] { "Control.Hint." + field, "Control.Paused." + field }), "Control.Value.off", "Control.Value.closed",
            .. Enum.GetNames<Engagement.Contracts.Role>().Where(role => role != "None").Select(role => "Roles.Of." + role),
            .. new[] { "person", "role", "scope", "reason", "second", "last", "by", "configuration" }.Select(fault => "Roles.Fault." + fault),
            .. Enum.GetNames<Engagement.Web.Companies.RosterTrouble>().Where(trouble => trouble != "None").Select(trouble => "Companies.Trouble." + trouble),
            .. Enum.GetNames<Engagement.Contracts.ImportPhase>().Where(phase => phase != "None").Select(phase => "Companies.Phase." + phase),
            .. Enum.GetNames<Engagement.Contracts.RowProblem>().Where(problem => problem != "None").Select(problem => "Companies.Problem." + problem),
            .. new[] { "phone", "name", "station", "number", "company", "status" }.Select(field => "Companies.Field." + field),
            .. new[] { "Name", "Station", "Number", "Since", "Confirmed", "Line", "Field", "Problem" }.Select(column => "Companies.Column." + column),
            .. new[] { "phone", "code", "roster", "taken" }.Select(fault => "Couriers.Fault." + fault),
            .. Engagement.Contracts.VolunteerSkills.All.Select(skill => "Volunteers.Skill." + skill),
            .. Enum.GetNames<Engagement.Contracts.IdentityLevel>().Select(level => "Volunteers.Level." + level),
            .. Enum.GetNames<Engagement.Contracts.AgeBand>().Select(age => "Volunteers.Age." + age),
            .. Enum.GetNames<Engagement.Contracts.GuardianConsent>().Select(word => "Volunteers.Consent." + word),
            .. Enum.GetNames<Engagement.Contracts.TeamLevel>().Select(level => "Teams.Level." + level),
            .. new[] { "phone", "birth", "young", "consent", "district", "skills", "services", "name", "number", "NotFound", "AlreadyDecided", "AlreadyClaimed", "child.name", "child.birth" }.Select(fault => "Volunteers.Fault." + fault),
            .. new[] { "number", "name", "reason", "phone", "otherphone" }.Select(fault => "Volunteers.Desk." + fault),
            .. new[] { "name", "level", "parent", "district", "until", "readers", "number", "reason", "admins" }.Select(fault => "Teams.Fault." + fault),
            .. Enum.GetNames<Engagement.Web.Sessions.UnionEnd>().Select(end => "Union." + end),
        ];
        Assert.All(made, key => Assert.Contains(key, Chinese.Keys));
    }

    [Fact]
    public void Texts_Chinese_AvoidWordsThatBlame()
    {
        string[] avoided = ["失信", "官方认证", "排名"]; // words that push to share: ShareCopyTests
        Assert.All(Chinese, text => Assert.DoesNotContain(avoided, word => text.Value.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Phrases_BothLanguages_FitOneLetter() =>
        Assert.All(Chinese.Concat(English).Where(text => text.Key.StartsWith("Phrase.", StringComparison.Ordinal)), text => Assert.InRange(text.Value.Length, 1, 60));

    private static IEnumerable<string> Used() => Regex.Matches(TextFiles.Sources(), "\"((?:[A-Z][a-zA-Z]+)\\.(?:[A-Za-z][A-Za-z0-9.]*)?)\"").Select(m => m.Groups[1].Value)
        .Where(key => Chinese.Keys.Any(k => k.Split('.')[0] == key.Split('.')[0])).Distinct();

    private static string Places(string text) => string.Join(',', Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order());
}
