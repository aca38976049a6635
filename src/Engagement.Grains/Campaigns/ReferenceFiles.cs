using Engagement.Contracts;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Grains.Campaigns;

/// <summary>The header every file carries: where its content comes from and under which licence.</summary>
internal record ReferenceFile(string Source, string Version, string Licence);

internal sealed record DistrictFile(string Source, string Version, string Licence, ImmutableArray<District> Districts) : ReferenceFile(Source, Version, Licence);

internal sealed record CompanyFile(string Source, string Version, string Licence, ImmutableArray<Company> Companies) : ReferenceFile(Source, Version, Licence);

internal sealed record OrganisationFile(string Source, string Version, string Licence, ImmutableArray<Organisation> Organisations) : ReferenceFile(Source, Version, Licence);

internal sealed record ReasonFile(string Source, string Version, string Licence, ImmutableArray<Reason> Reasons) : ReferenceFile(Source, Version, Licence);

internal sealed record ThanksFile(string Source, string Version, string Licence, ImmutableArray<Phrase> Thanks) : ReferenceFile(Source, Version, Licence);

internal sealed record ActFile(string Source, string Version, string Licence, ImmutableArray<ActKind> Acts) : ReferenceFile(Source, Version, Licence);

internal sealed record ServiceClassFile(string Source, string Version, string Licence, ImmutableArray<ServiceClass> ServiceClasses) : ReferenceFile(Source, Version, Licence);

internal sealed record NameFile(string Source, string Version, string Licence, ImmutableArray<Phrase> Names) : ReferenceFile(Source, Version, Licence);

// Strict on purpose: a misspelt member is an error, not a default.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DistrictFile))]
[JsonSerializable(typeof(CompanyFile))]
[JsonSerializable(typeof(OrganisationFile))]
[JsonSerializable(typeof(ReasonFile))]
[JsonSerializable(typeof(ThanksFile))]
[JsonSerializable(typeof(NameFile))]
[JsonSerializable(typeof(ActFile))]
[JsonSerializable(typeof(ServiceClassFile))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
