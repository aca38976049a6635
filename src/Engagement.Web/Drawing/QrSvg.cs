using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Engagement.Web.Drawing;

/// <summary>A QR code for another screen to scan. Phones that press long on it need an image: see the poster.</summary>
public static class QrSvg
{
    public static IHtmlContent Draw(string link, string title)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var svg = new StringBuilder("<svg class=\"qr\" viewBox=\"0 0 ").Append(size).Append(' ').Append(size).Append('"');
        RoseSvg.Name(svg, title);
        RoseSvg.Path(svg, "ink", path.ToString());
        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
