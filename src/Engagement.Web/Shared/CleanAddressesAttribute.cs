using System.ComponentModel.DataAnnotations;

namespace Engagement.Web.Shared;

/// <summary>Scheme, host and port, written as a browser writes them: lower case, no path, no slash at the end.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CleanAddressesAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        foreach (var text in (IEnumerable<string>?)value ?? [])
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0
                || address.GetLeftPart(UriPartial.Authority) != text)
            {
                return new($"{validationContext.MemberName}: '{text}' must be written as a browser does, such as https://h5.example.gov.cn.", [validationContext.MemberName!]);
            }
        }

        return ValidationResult.Success;
    }
}
