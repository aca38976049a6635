using QRCoder;

namespace Engagement.Web.Drawing;

/// <summary>A QR code as a picture: WeChat recognises one under a long press, which it does not do for vector drawings.</summary>
public static class QrPng
{
    private const int PixelsPerModule = 12;

    public static byte[] Draw(string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(PixelsPerModule, [0x2B, 0x23, 0x20], [0xFF, 0xFF, 0xFF]);
    }
}
