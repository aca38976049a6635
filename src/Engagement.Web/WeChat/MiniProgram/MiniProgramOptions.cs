using System.ComponentModel.DataAnnotations;

namespace Engagement.Web.WeChat.MiniProgram;

/// <summary>What the site does for the city's mini program, beside signing people in. Section "WeChat"; no effect without its AppID.</summary>
public sealed class MiniProgramOptions
{
    /// <summary>
    /// Risk rank of WeChat (1 some to 4 highest) from which on nobody is signed in by the mini program. Default none: WeChat is not asked.
    /// 4 is what WeChat advises to keep out.
    /// </summary>
    [Range(1, 4)] public int? RiskLimit { get; set; }

    /// <summary>The page that codes open, without leading slash and query; it reads <c>scene</c>. Default none: the first page.</summary>
    [RegularExpression("^[0-9a-zA-Z_][0-9a-zA-Z_/-]{0,199}$")] public string? MiniProgramPage { get; set; }

    /// <summary>Which version codes and messages open: <c>release</c> (default), <c>trial</c> or <c>develop</c>.</summary>
    [RegularExpression("^(release|trial|develop)$")] public string MiniProgramVersion { get; set; } = "release";

    /// <summary>WeChat's word for the same version in messages.</summary>
    internal string MessageState => MiniProgramVersion switch { "trial" => "trial", "develop" => "developer", _ => "formal" };
}
