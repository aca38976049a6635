using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Prompts;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Engagement.Web.WeChat;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Roses;

/// <summary>Writing, sealing, opening and passing on.</summary>
public sealed class RosesController(Calls calls, RoseReader roses, LetterReader letters, Desk desk, RoseScene scene, Links links, CellKeys keys, PeopleReader people, Prompt prompt, LetterCodes codes)
    : PageController
{
    /// <summary>A letter to begin with.</summary>
    [HttpGet("/roses/new"), Person]
    public async Task<IActionResult> New(WriteForm form, string? again)
    {
        var self = await calls.Participant(Me, me => me.Self());
        var before = RoseId.TryParse(again, out var rose) && await roses.Read(rose) is { } state ? await desk.Again(state, Me) : null;
        return self.Exists ? View(await desk.Fresh(before ?? form, self, Me)) : Panel(Outcome.SignInRequired);
    }

    /// <summary>Seals the letter: one rose of today's is on its way.</summary>
    [HttpPost("/roses"), Person]
    public async Task<IActionResult> Seal(string? command, WriteForm form)
    {
        if (!Reads(command, out var id) || desk.Words(form) is not { } words || !Receiver(form, out var to))
        {
            return Panel(Outcome.Invalid);
        }

        var receipt = await calls.Participant(Me, me => me.Send(id, new(words, to, form.Anonymous)));
        if (receipt.Outcome == Outcome.Done)
        {
            return SeeOther($"/r/{receipt.Rose}/sealed");
        }

        return await Again(receipt, form, async self => View("New", (await desk.Fresh(form, self, Me)) with { Fault = Fault(receipt.Outcome) }));
    }

    /// <summary>How to hand the sealed letter over, for whoever offers it.</summary>
    [HttpGet("/r/{id}/sealed"), Person]
    public async Task<IActionResult> Sealed(string id)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { } state || state.Holder != Me)
        {
            return Missing();
        }

        if (state.Offer is not { } offer)
        {
            return Redirect($"/r/{id}");
        }

        var letter = await letters.Read(state, offer, (int)await roses.People(state));
        var receiver = offer.To.IsNone ? null : (await people.Read([offer.To]))[offer.To].Name ?? "TA";
        var secret = keys.LinkSecret(rose.Value, offer.Number);
        var link = receiver is null ? links.Rose(rose, secret) : null;
        return View(new SealedPage(id, letter, link, link is null ? null : $"/r/{id}/poster.jpg?k={secret}",
            DateTimeOffset.FromUnixTimeMilliseconds(offer.Due), receiver)
        {
            Held = offer.Letter.TextState == TextState.Held, Code = link is null ? null : $"/r/{id}/code.png?k={secret}", Follows = codes.AreOn,
        });
    }

    /// <summary>A rose, for everybody who may come. A GET never claims.</summary>
    [HttpGet("/r/{id}")]
    public async Task<IActionResult> Show(string id, string? k, bool opened = false) =>
        RoseId.TryParse(id, out var rose) && await roses.Read(rose) is { } state
            ? state is { Paper: not null, Hops: 0, Status: RoseStatus.Held } && state.Holder == Me ? Redirect($"/r/{id}/hand")
            : await scene.For(state, Me, k, opened, Request.Path + Request.QueryString) is { } page
                ? View(page with { Prompt = page.Gives ? await prompt.For(Me) : null })
                : Redirect($"/r/{id}/chain?link=old")
            : Missing();

    /// <summary>Takes the rose.</summary>
    [HttpPost("/r/{id}/claim"), Person]
    public async Task<IActionResult> Claim(string id, string? command, string? secret)
    {
        if (!Reads(command, out var key) || !RoseId.TryParse(id, out var rose))
        {
            return Missing();
        }

        var receipt = await calls.Rose(rose, grain => grain.Claim(rose, key, new(Me, string.IsNullOrEmpty(secret) ? null : secret)));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"/r/{id}?opened=true"),
            Outcome.AlreadyClaimed => Panel(receipt.Outcome, rose: id),
            _ => Panel(receipt.Outcome, way: receipt.Outcome == Outcome.OwnRose ? $"/r/{id}/sealed" : null),
        };
    }

    /// <summary>A letter to pass the held rose on with.</summary>
    [HttpGet("/r/{id}/pass"), Person]
    public async Task<IActionResult> Pass(string id, WriteForm form, bool again = false)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { } state)
        {
            return Missing();
        }

        if (state.Paper is not null)
        {
            return Redirect($"/r/{id}/hand"); // paper passes with its code
        }

        var self = await calls.Participant(Me, me => me.Self());
        return state.Status == RoseStatus.Held && state.Holder == Me && self.Exists
            ? View(await desk.PassOn((again ? await desk.Again(state, Me) : null) ?? form, self, Me, id, (int)await roses.People(state)))
            : Panel(Outcome.NotHolder);
    }

    /// <summary>Offers the held rose to the next person.</summary>
    [HttpPost("/r/{id}/pass"), Person]
    public async Task<IActionResult> PassOn(string id, string? command, WriteForm form)
    {
        if (!RoseId.TryParse(id, out var rose))
        {
            return Missing();
        }

        if (!Reads(command, out var key) || desk.Words(form) is not { } words || !Receiver(form, out var to))
        {
            return Panel(Outcome.Invalid);
        }

        var receipt = await calls.Rose(rose, grain => grain.Offer(rose, key, Me, words, to));
        if (receipt.Outcome == Outcome.Done)
        {
            return SeeOther($"/r/{id}/sealed");
        }

        var with = await roses.Read(rose) is { } state ? (int)await roses.People(state) : 1;
        return await Again(receipt, form, async self => View("Pass", (await desk.PassOn(form, self, Me, id, with)) with { Fault = Fault(receipt.Outcome) }));
    }

    /// <summary>Takes an unclaimed offer back.</summary>
    [HttpPost("/r/{id}/withdraw"), Person]
    public Task<IActionResult> Withdraw(string id, string? command) => Act(id, command, (grain, rose, key) => grain.Withdraw(rose, key, Me), $"/r/{id}");

    /// <summary>Thanks the giver with one tap.</summary>
    [HttpPost("/r/{id}/thanks"), Person]
    public Task<IActionResult> Thank(string id, string? command, string? phrase) =>
        Act(id, command, (grain, rose, key) => grain.Thank(rose, key, Me, phrase ?? ""), $"/r/{id}");

    private async Task<IActionResult> Act(string id, string? command, Func<IRoseGrain, RoseId, CommandId, Task<Receipt>> act, string next)
    {
        if (!Reads(command, out var key) || !RoseId.TryParse(id, out var rose))
        {
            return Missing();
        }

        var receipt = await calls.Rose(rose, grain => act(grain, rose, key));
        return receipt.Outcome == Outcome.Done ? SeeOther(next) : Panel(receipt.Outcome, rose: id);
    }

    // What the person can correct comes back with their words kept; anything else has its panel.
    private async Task<IActionResult> Again(SendReceipt receipt, WriteForm form, Func<ParticipantSelf, Task<IActionResult>> view)
    {
        if (receipt.Outcome is not (Outcome.TextRefused or Outcome.Invalid or Outcome.Forbidden))
        {
            return Panel(receipt.Outcome);
        }

        Response.StatusCode = OutcomeProblem.Status(receipt.Outcome);
        return await view(await calls.Participant(Me, me => me.Self()));
    }

    private static StateKind Fault(Outcome outcome) => Enum.Parse<StateKind>(outcome.ToString());

    private static bool Receiver(WriteForm form, out ParticipantId to)
    {
        to = default;
        return string.IsNullOrEmpty(form.Receiver) || ParticipantId.TryParse(form.Receiver, out to);
    }
}
