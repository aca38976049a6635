using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Web.Companies;

/// <summary>From rows as written to an upload: each is checked as far as it alone tells; numbers become HMACs and names are sealed before anything leaves this process.</summary>
public sealed class RosterUpload(CellKeys keys)
{
    private const int Longest = 40;
    private static readonly string[] Here = ["在职", "正常", "active", "here"];
    private static readonly string[] Gone = ["离职", "退出", "left", "inactive"];

    /// <summary>The upload.</summary>
    /// <param name="command">Of whoever uploads: names the upload.</param>
    /// <param name="company">Whose roster it is.</param>
    /// <param name="by">Who uploads; none for the company's system.</param>
    /// <param name="file">Name of the file, or of the API key.</param>
    /// <param name="allOrNothing">One faulty row refuses all.</param>
    /// <param name="rows">As written.</param>
    public StartImport Of(CommandId command, Company company, ParticipantId by, string file, bool allOrNothing, IReadOnlyList<RosterCells> rows)
    {
        var (good, faults, seen) = (new List<ImportRow>(rows.Count), new List<RowFault>(), new HashSet<PhoneKey>());
        foreach (var row in rows)
        {
            var phone = PhoneNumber.Normalise(row.Phone) is { } number ? keys.Phone(number) : default;
            if (FaultOf(row, phone, company) is { } fault)
            {
                faults.Add(fault);
            }
            else if (!seen.Add(phone))
            {
                faults.Add(new(row.Line, "phone", RowProblem.Duplicate));
            }
            else
            {
                var salt = row.Name is null ? [] : RandomNumberGenerator.GetBytes(16);
                good.Add(new(row.Line, phone, row.Name is { } name ? keys.Seal(name, salt) : null, salt, row.Station ?? "", row.Number ?? "", Gone.Contains(row.Status?.ToLowerInvariant())));
            }
        }

        var content = Encoding.UTF8.GetBytes(string.Join('\u001e', rows.Select(row => string.Join('\u001f', row.Phone, row.Name, row.Station, row.Number, row.Company, row.Status))));
        return new(OpaqueId.Format(keys.Import(company.Id, command)), command, company.Id, by, file, allOrNothing, keys.Rows(content), good, faults);
    }

    private static RowFault? FaultOf(RosterCells row, PhoneKey phone, Company company)
    {
        RowFault? Fault(string field, RowProblem problem) => problem == RowProblem.None ? null : new(row.Line, field, problem);
        return Fault("phone", row.Phone is null ? RowProblem.Missing : phone.IsNone ? RowProblem.NoMobile : RowProblem.None)
            ?? Fault("company", row.Company is null || IsNamed(company, row.Company) ? RowProblem.None : RowProblem.WrongCompany)
            ?? Fault("status", row.Status is null || Here.Concat(Gone).Contains(row.Status.ToLowerInvariant()) ? RowProblem.None : RowProblem.UnknownStatus)
            ?? Fault("name", Plain(row.Name)) ?? Fault("station", Plain(row.Station)) ?? Fault("number", Plain(row.Number));
    }

    private static bool IsNamed(Company company, string written) =>
        new[] { company.Id, company.Name, company.ShortName, company.English }.Contains(written, StringComparer.OrdinalIgnoreCase);

    private static RowProblem Plain(string? text) => text is null ? RowProblem.None : MessageText.Validate(text, Longest) switch
    {
        MessageTextError.None => RowProblem.None,
        MessageTextError.TooLong => RowProblem.TooLong,
        _ => RowProblem.NoPlainText,
    };
}
