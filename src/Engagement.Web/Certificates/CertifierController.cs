using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Photos;
using Engagement.Web.Problems;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Certificates;

/// <summary>An organisation's certificates: who answers for them, the seal, and taking one back with two pairs of eyes. It sees numbers and sums, no names.</summary>
public sealed class CertifierController(
    Calls calls, CertificateReader certificates, CertifierReader certifiers, PhotoIntake photos, TeamBook teams, Organisations organisations) : ConsoleController(calls, Role.Organiser)
{
    private const string Way = "/console/certificates";

    /// <summary>Organisations whose certificates one may look after; an organiser of one goes there at once.</summary>
    [HttpGet(Way)]
    public IActionResult Index()
    {
        var units = teams.Run(Staff);
        return units is [var only] ? Redirect($"{Way}/{only.Value}") : View("/Certificates/Units.cshtml", units);
    }

    /// <summary>One organisation's.</summary>
    [HttpGet(Way + "/{unit}")]
    public async Task<IActionResult> Show(string unit, int skip = 0) => Find(unit, out var refusal) ? View("/Certificates/Unit.cshtml", await Page(unit, skip)) : refusal;

    /// <summary>Who answers for certificates from now on.</summary>
    [HttpPost(Way + "/{unit}/contact")]
    public async Task<IActionResult> Contact(string unit, string? command, string? inCharge, string? handler, string? phone)
    {
        if (!Find(unit, out var refusal) || !Reads(command, out var key))
        {
            return refusal ?? Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await Calls.Certifier(unit, grain => grain.Sign(key, Me, new(inCharge?.Trim() ?? "", handler?.Trim() ?? "", phone?.Trim() ?? "")));
        return receipt.Outcome == Outcome.Invalid ? Correct("/Certificates/Unit.cshtml", (await Page(unit, 0)) with { Fault = "Cert.Fault" + receipt.Field }, Outcome.Invalid)
            : Decided(receipt, $"{Way}/{unit}");
    }

    /// <summary>Takes a picture of the seal, or takes the seal away.</summary>
    [HttpPost(Way + "/{unit}/seal"), RequestSizeLimit(PhotoLimits.Request)]
    public async Task<IActionResult> Seal(string unit, string? command, IFormFile? photo, CancellationToken cancel)
    {
        if (!Find(unit, out var refusal) || !Reads(command, out var key))
        {
            return refusal ?? Panel(Outcome.Invalid, way: Way);
        }

        string? hash = null;
        if (photo is not null)
        {
            await using var file = photo.OpenReadStream();
            var taken = await photos.Take(file, Me, cancel);
            if (taken.Hash is null)
            {
                return Correct("/Certificates/Unit.cshtml", (await Page(unit, 0)) with { Fault = taken.Sentence }, Outcome.Invalid);
            }

            hash = taken.Hash;
        }

        return Decided(await Calls.Certifier(unit, grain => grain.Seal(key, Me, hash)), $"{Way}/{unit}");
    }

    /// <summary>The seal, for whoever looks after it.</summary>
    [HttpGet(Way + "/{unit}/seal.jpg")]
    public async Task<IActionResult> Seal(string unit) => !Find(unit, out var refusal) ? refusal : await certifiers.Seal(unit) is { } seal ? File(seal, "image/jpeg") : Missing();

    /// <summary>Asks that a certificate be taken back.</summary>
    [HttpPost(Way + "/{unit}/ask")]
    public async Task<IActionResult> Ask(string unit, string? command, string? number, string? fault)
    {
        if (!Find(unit, out var refusal))
        {
            return refusal;
        }

        return !Reads(command, out var key) || !CertificateNumber.TryParse(number, out var certificate) || !InputRules.IsName<CertificateFault>(fault, out var why)
            ? Panel(Outcome.Invalid, way: $"{Way}/{unit}")
            : Decided(await Calls.Certificate(certificate, grain => grain.AskRevocation(key, Me, unit, why)), $"{Way}/{unit}");
    }

    /// <summary>Another pair of eyes agrees, or does not.</summary>
    [HttpPost(Way + "/{unit}/answer")]
    public async Task<IActionResult> Answer(string unit, string? command, string? number, string? verdict)
    {
        if (!Find(unit, out var refusal))
        {
            return refusal;
        }

        return !Reads(command, out var key) || !CertificateNumber.TryParse(number, out var certificate) || verdict is not ("revoke" or "keep")
            ? Panel(Outcome.Invalid, way: $"{Way}/{unit}")
            : Decided(await Calls.Certificate(certificate, grain => grain.AnswerRevocation(key, Me, verdict == "revoke")), $"{Way}/{unit}");
    }

    private bool Find(string unit, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out IActionResult? refusal)
    {
        refusal = !organisations.Has(unit) ? Panel(Staff.May(Role.Organiser) ? Outcome.NotFound : Outcome.Forbidden) : organisations.MayRun(Staff, unit) ? null : Panel(Outcome.Forbidden);
        return refusal is null;
    }

    private async Task<CertifierPage> Page(string unit, int skip)
    {
        skip = Math.Clamp(skip, 0, 100_000);
        var issued = await certificates.By(unit, skip, CertifierPage.Each + 1);
        var certifier = await certifiers.Read(unit);
        return new(unit, teams.NameOf(unit), certifier?.Contact ?? CertifierContact.None, certifier?.Seal is not null, Me, await Rows(await certificates.Asked(unit, CertifierPage.Each)),
            await Rows([.. issued.Take(CertifierPage.Each)]), skip, issued.Count > CertifierPage.Each);
    }

    private async Task<IReadOnlyList<CertifierRow>> Rows(IReadOnlyList<CertificateState> page) =>
        await Task.WhenAll(page.Select(async certificate => new CertifierRow(certificate, (await certificates.Standing(certificate)).Standing)));
}
