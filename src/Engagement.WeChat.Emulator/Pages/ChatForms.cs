using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Phones;
using Engagement.WeChat.Emulator.SignIn;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary><c>POST /emulator/chat/{persona}</c>: everything that is tapped or written on the phone's page.</summary>
internal sealed class ChatForms(PersonaBook personas, Phone phone, Pusher pusher)
{
    /// <summary>How long the page waits for the account's answer; a later one appears by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task Take(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (personas.Find(context) is not { } persona)
        {
            await PageRoutes.Redirect(context, "/emulator");
            return;
        }

        var page = ChatPage.PathOf(persona);
        switch (form.Text("do"))
        {
            case "open" when form.Text("to") is { } to && Target.IsAddress(to):
                await Open(context, persona, to);
                return;
            case "snapshot" or "real":
                personas.Change(persona.Name, form.Text("do") == "snapshot");
                await PageRoutes.Redirect(context, page);
                return;
        }

        var action = Read(persona, form);
        var (manner, error) = action.Manner();
        var result = error is null ? phone.Do(persona, action) : PhoneResult.Refuse(error);
        if (result.Error is not null)
        {
            await PageRoutes.Redirect(context, $"{page}?note={Uri.EscapeDataString(result.Error)}");
            return;
        }

        var pushed = Task.WhenAll(result.Orders.Select(order => pusher.Push(order, manner!)));
        if (action is { Do: "tap", Key: { } key } && Target.IsAddress(key))
        {
            await Open(context, persona, key);
            return;
        }

        await Task.WhenAny(pushed, Task.Delay(Patience, context.RequestAborted));
        await PageRoutes.Redirect(context, page);
    }

    // Whoever opens a page from this phone is its holder: the next sign-in in this browser needs no picker.
    private static Task Open(HttpContext context, Persona persona, string address)
    {
        PhoneHolder.Remember(context, persona);
        return PageRoutes.Redirect(context, address);
    }

    private static PhoneAction Read(Persona persona, IFormCollection form)
    {
        var (what, template) = (form.Text("do"), form.Text("template") ?? "");
        return new(persona.Name, what is "accept" or "refuse" ? "prompt" : what)
        {
            Text = form.Text("text"),
            Title = form.Text("text"),
            Label = form.Text("text"),
            Url = form.Text("key"),
            Key = form.Text("key"),
            Code = form.Text("code"),
            Templates = new() { [template] = what is "accept" ? "accept" : "reject" },
            Mode = Enum.TryParse<PushMode>(form.Text("mode"), out var mode) ? mode : null,
            DelayMs = form.Number("delay", 0),
            Copies = form.Number("copies", 1),
            DropAnswers = form.Number("drop", 0),
        };
    }
}
