using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>A call whose method, token, quota and JSON were found good.</summary>
/// <param name="Request">The request.</param>
/// <param name="Account">Whose token it carried; the service account's for calls without one.</param>
/// <param name="Body">The posted object; empty for a GET.</param>
/// <param name="Text">The posted text as it came.</param>
/// <param name="Now">The emulator's time.</param>
internal sealed record ApiCall(HttpRequest Request, Account Account, JsonObject Body, string Text, DateTimeOffset Now)
{
    /// <summary>A parameter of the address; empty if it is absent.</summary>
    public string Query(string name) => Request.Query[name].ToString();

    /// <summary>The emulator's own address, as the caller wrote it.</summary>
    public string Origin => $"{Request.Scheme}://{Request.Host}";
}
