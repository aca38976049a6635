using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Web.Sheets;
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
        "Control.Field.", "Control.Hint.", "Control.Default.", "Control.Value.", "Control.Paused.", "Control.Right.", "Texts.Fault.", "Roles.Of.", "Roles.Fault.", "Photos.", "Deed.", "Acts.", "Published.", "Record.", "Paper.", "Stations.Kind", "Stations.Fault", "Nominations.Fault",
        "Attendance.", "Companies.Trouble.", "Companies.Phase.", "Companies.Column.", "Companies.Field.", "Companies.Problem.", "Couriers.Fault.", "Imports.", "Exports.Column.", "Filings.Stage.", "Filings.Field.", "Filings.Column.", "Activities.", "Feedback.", "Needs.", "Hours.", "Cert.", "Verify.", "Stars.",
        "Volunteers.Skill.", "Volunteers.Level.", "Volunteers.Fault.", "Volunteers.Desk.", "Volunteers.Age.", "Volunteers.Consent.", "Teams.Level.", "Teams.Fault."];

    private static readonly string[] ExportColumns =
    [
        "Activity", "Title", "Class", "District", "Stage", "From", "To", "Places", "SignedUp", "Came", "Shift", "Volunteer", "In", "InBy", "Out", "OutBy", "Name", "Month", "Services",
        "Volunteers", "Credit", "Honour", "Total", "Rank", "Unit", "Minutes", "Count",
    ];

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
            .. new[] { "People", "Acts", "Rate", "Hours", "" }.SelectMany(counts => new[] { "Boards.Unit" + counts, "Boards.Place" + counts, "Boards.Mine" + counts }),
            .. Enum.GetNames<Engagement.Contracts.StationKind>().Select(kind => "Stations.Kind" + kind),
            .. Enum.GetNames<Engagement.Contracts.AttendanceWord>().Select(word => "Attendance.Word." + word),
            .. Enum.GetNames<Engagement.Contracts.AttendanceMethod>().Where(method => method != "None").Select(method => "Attendance.By" + method),
            .. Enum.GetNames<Engagement.Contracts.AttendanceSide>().SelectMany(side => new[] { "", "Cta", "Seen", "Digits", "Tick", "Qr", "Progress" }.Select(what => $"Attendance.{what}{side}")),
            .. Enum.GetNames<Engagement.Contracts.AttendanceSide>().Select(side => $"Attendance.Tick{side}Of"),
            .. new[] { "at", "reason", "leaders" }.Select(field => "Attendance.Fault" + field),
            .. Enum.GetNames<CertificateStanding>().Where(standing => standing != "None").SelectMany(standing => new[] { "Cert.Standing" + standing, "Verify.Standing" + standing }),
            .. Enum.GetNames<CertificateFault>().Where(fault => fault != "None").Concat(["inCharge", "handler", "phone"]).Select(fault => "Cert.Fault" + fault),
            .. Enum.GetNames<CertificateShows>().Where(shows => shows is not ("None" or "All")).Select(shows => "Cert.Shows" + shows),
            .. new[] { "Days", "Units", "Period", "Frozen", "DailyLimit", "LevelNeeded" }.Select(refusal => "Cert.Refused" + refusal),
            .. Enum.GetNames<Engagement.Web.Certificates.VerifiedKind>().Select(kind => (kind is "Field" or "Unit" or "Line" ? "Verify.Kind" : "Cert.") + kind),
            .. new[] { StarStage.Applied, StarStage.Notice }.Select(stage => "Stars.Open" + stage),
            .. Enum.GetNames<StarRefusal>().Where(refusal => refusal != "None").Select(refusal => "Stars.Refusal" + refusal),
            .. Enum.GetNames<StarObjectionReason>().Where(reason => reason != "None").Select(reason => "Stars.Objection" + reason),
            .. Enum.GetNames<StarBarReason>().Where(reason => reason != "None").Select(reason => "Stars.Bar" + reason), "Stars.AppealOpen", "Stars.AppealUpheld",
            .. Enum.GetNames<SignUpState>().Where(state => state != "None").SelectMany(state => new[] { "Activities.State" + state, "Activities.Short" + state }),
            .. Enum.GetNames<ActivityStage>().Where(stage => stage != "None").Select(stage => "Activities.Stage" + stage),
            .. Enum.GetNames<ActivityRisks>().Where(risk => risk is not ("None" or "All")).Select(risk => "Activities.Risk" + risk),
            .. Enum.GetNames<ExcuseReason>().Select(reason => "Activities.Excuse" + reason), .. Enum.GetNames<IdentityLevel>().Select(level => "Activities.Level" + level),
            .. new[] { "Overlaps", "Full", "Expired", "DailyLimit" }.Select(outcome => "Activities.No" + outcome), .. new[] { "level", "age", "guardian", "refused" }.Select(gate => "Activities.Gate" + gate),
            .. Engagement.Grains.Activities.ActivityInput.Lengths.Keys.Concat(["district", "serviceClass", "risks", "danger", "minAge", "level", "shifts", "places", "organisation", "policy"]).Select(field => "Activities.Field." + field),
            .. new[] { "reason", "policy", "minutes", "shift", "shifts" }.Select(field => "Activities.Fault." + field),
            .. new[] { "content", "conditions", "riskText", "safeguards" }.Select(field => "Activities.Hint." + field),
            .. Enum.GetNames<ActivityFeedback>().Where(said => said is not ("None" or "Dismissed" or "All")).Select(said => "Feedback." + said),
            .. Enum.GetNames<NeedStage>().Where(stage => stage != "None").Select(stage => "Needs.Stage" + stage), .. Enumerable.Range(1, 5).Select(stars => "Needs.Stars" + stars),
            .. Engagement.Grains.Needs.NeedInput.Lengths.Keys.Append("district").Select(field => "Needs.Fault." + field),
            .. Enum.GetNames<FilingStage>().Select(stage => "Filings.Stage." + stage), .. new[] { "source", "result", "reason" }.Select(field => "Filings.Field." + field),
            .. new[] { "Source", "Content", "Day", "Minutes", "SentMinutes", "Stage", "Since", "Reason", "Batch" }.Select(column => "Filings.Column." + column),
            "Name.FaultInvalid", "Name.FaultTextRefused",
            .. Enum.GetNames<Engagement.Web.Paper.PaperStage>().Append("Found").SelectMany(stage => new[] { $"Paper.{stage}Title", $"Paper.{stage}Text" }),
            .. new[] { "Expired", "AlreadyClaimed", "SlowDown", "DirectBounce", "Frozen", "Voided" }.Select(outcome => "Paper.Fault" + outcome),
            .. Enum.GetNames<PhotoRefusal>().Where(refusal => refusal != "None").Select(refusal => "Photos." + refusal),
            .. Enum.GetNames<ProtectionStatus>().Where(status => status != "None").Select(status => "Deed.Status" + status),
            .. Enum.GetNames<ProtectionStatus>().Where(status => status is not ("None" or "Refused")).Select(status => "Deed.Say" + status),
            .. CompanyDeedsPage.Reasons.Select(reason => "Deed.Refusal" + reason), "Deed.LevelE2", "Deed.LevelE3",
            .. Enum.GetNames<DeedProof>().Select(proof => "Deed.Genuine" + proof),
            .. Enum.GetNames<Engagement.Web.Sessions.SignInTrouble>().Select(trouble => "SignIn." + trouble),
            .. Enum.GetNames<Engagement.Contracts.ControlField>().Where(field => field is not ("None" or "Preset")).SelectMany(field => new[] { "Control.Field." + field, "Control.Default." + field, "Control.Right." + field }),
            .. new[] { "zh", "en", "preset" }.Select(field => "Texts.Fault." + field), .. Enum.GetNames<Engagement.Web.Acts.ActDouble>().Where(why => why != "Kind").Select(why => "Acts." + why),
            .. new[] { "Sending", "Claiming", "Boards", "Photos" }.SelectMany(field => new[] { "Control.Hint." + field, "Control.Paused." + field }), "Control.Value.off", "Control.Value.closed",
            .. Enum.GetNames<Engagement.Contracts.Role>().Where(role => role != "None").Select(role => "Roles.Of." + role),
            .. new[] { "person", "role", "scope", "reason", "second", "last", "by", "configuration" }.Select(fault => "Roles.Fault." + fault),
            .. Enum.GetNames<Engagement.Web.Sheets.SheetTrouble>().Where(trouble => trouble != "None").Select(trouble => "Companies.Trouble." + trouble),
            .. Enum.GetNames<Engagement.Contracts.ImportPhase>().Where(phase => phase != "None").Select(phase => "Companies.Phase." + phase),
            .. Enum.GetNames<Engagement.Contracts.RowProblem>().Where(problem => problem != "None").Select(problem => "Companies.Problem." + problem),
            .. new[] { "phone", "name", "station", "number", "company", "status" }.Select(field => "Companies.Field." + field),
            .. new[] { "Name", "Station", "Number", "Since", "Confirmed", "Line", "Field", "Problem" }.Select(column => "Companies.Column." + column),
            .. Enum.GetNames<Engagement.Contracts.HourImportPhase>().Where(phase => phase != "None").Select(phase => "Imports.Phase." + phase),
            .. Enum.GetNames<Engagement.Contracts.HourRowStage>().Where(stage => stage != "None").Select(stage => "Imports.Stage." + stage),
            .. Engagement.Web.Imports.SheetFormat.Known.Select(field => "Imports.Field." + field),
            .. ExportColumns.Select(column => "Exports.Column." + column),
            .. new[] { "phone", "code", "roster", "taken" }.Select(fault => "Couriers.Fault." + fault),
            .. Enum.GetNames<Engagement.Contracts.HoursSignal>().Where(signal => signal != "None").SelectMany(signal => new[] { "Hours.Signal." + signal, "Hours.Measured." + signal }),
            .. Enum.GetNames<Engagement.Contracts.HourReason>().Where(reason => reason != "None").Select(reason => "Hours.Reason." + reason),
            .. Enum.GetNames<Engagement.Contracts.MakeUpReason>().Where(reason => reason != "None").Select(reason => "Hours.MakeUpReason." + reason),
            .. Enum.GetNames<Engagement.Contracts.MakeUpEvidence>().Where(evidence => evidence != "None").Select(evidence => "Hours.Evidence." + evidence),
            .. Enum.GetNames<Engagement.Contracts.MakeUpAnswer>().Where(answer => answer != "None").Select(answer => "Hours.Answer." + answer),
            .. Enum.GetNames<Engagement.Contracts.CorrectionFault>().Where(fault => fault != "None").Select(fault => "Hours.CorrectionFault." + fault),
            .. Enum.GetNames<Engagement.Contracts.CorrectionStage>().Where(stage => stage != "None").Select(stage => "Hours.Stage." + stage),
            .. Enum.GetNames<Engagement.Contracts.HourClass>().Where(@class => @class != "None").Append("Imported").Select(@class => "Hours." + @class),
            .. new[] { "activity", "shift", "volunteer", "from", "to", "reason", "evidence" }.Select(field => "Hours.MakeUpFault." + field),
            .. new[] { "minutes", "reason", "verdict" }.Select(field => "Hours.DeskFault." + field), .. new[] { "fault", "note", "activity", "entry" }.Select(field => "Hours.Fault." + field),
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
