using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Volunteers;

/// <summary>A person as volunteer: register, see what is known of them and who looked, children in their account (VH-01, VH-02).</summary>
[Person, Route(Way)]
public sealed class VolunteerController(Calls calls, CellKeys keys, VolunteerBook book) : PageController
{
    internal const string Way = "/me/volunteer";
    private const string Index = "/Volunteers/Index.cshtml", Form = "/Volunteers/Register.cshtml";

    /// <summary>How they stand.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View(Index, await book.Page(Me));

    /// <summary>The registration, in three steps.</summary>
    [HttpGet("register")]
    public async Task<IActionResult> Register() => View(Form, await Page(null));

    /// <summary>Registers. The number becomes an HMAC here and goes no further.</summary>
    [HttpPost("register")]
    public async Task<IActionResult> Register(string? command, RegisterForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var phone = PhoneNumber.Normalise(form.Phone) is { } number ? keys.Phone(number) : default;
        var receipt = form.Agree
            ? await calls.Volunteer(Me, me => me.Register(key, new(phone, RegisterForm.Day(form.Birth), VolunteerConsents.Volunteering, form.Profile)))
            : new(Outcome.Invalid, "consent");
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(Way),
            Outcome.Invalid => Correct(Form, await Page(form, receipt.Field), Outcome.Invalid),
            Outcome.TooYoung => Correct(Form, await Page(form, "young"), Outcome.TooYoung),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    /// <summary>Changes what the volunteer offers.</summary>
    [HttpPost("profile")]
    public Task<IActionResult> Profile(string? command, RegisterForm form) => Run(command, (me, key) => me.Describe(key, form.Profile));

    /// <summary>Takes the consent to the real name back.</summary>
    [HttpPost("name/hide")]
    public Task<IActionResult> Hide(string? command, bool sure) => sure
        ? Run(command, (me, key) => me.HideRealName(key))
        : Task.FromResult<IActionResult>(SeeOther(Way));

    /// <summary>Answers whoever asks to join the accounts.</summary>
    [HttpPost("merge")]
    public Task<IActionResult> Merge(string? command, string? answer) => answer is "join" or "refuse"
        ? Run(command, (me, key) => me.AnswerClaim(key, answer == "join"))
        : Task.FromResult<IActionResult>(Panel(Outcome.Invalid, way: Way));

    /// <summary>Puts a child below 8 into this account.</summary>
    [HttpPost("children")]
    public Task<IActionResult> AddChild(string? command, string? name, string? birth) =>
        Run(command, (me, key) => me.AddChild(key, new(name?.Trim() ?? "", RegisterForm.Day(birth))), "child.");

    /// <summary>Takes a child out.</summary>
    [HttpPost("children/{number:int}/remove")]
    public Task<IActionResult> RemoveChild(int number, string? command) => Run(command, (me, key) => me.RemoveChild(key, number));

    private async Task<IActionResult> Run(string? command, Func<IVolunteerGrain, CommandId, Task<Receipt>> act, string of = "")
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Volunteer(Me, me => act(me, key));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(Way),
            Outcome.Invalid => Correct(Index, await book.Page(Me, of + receipt.Field), Outcome.Invalid),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private async Task<RegisterPage> Page(RegisterForm? form, string? fault = null)
    {
        var self = await calls.Volunteer(Me, me => me.Self());
        return new(book.Districts, form ?? new(District: self.Profile.District, Skills: self.Profile.Skills?.ToArray()), self.Registered > 0, self.Real is not null, fault);
    }
}
