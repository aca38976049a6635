using QRCoder;

namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary>Draws QR codes.</summary>
internal static class QrPng
{
    /// <param name="text">What it holds.</param>
    /// <param name="width">Least width in pixels.</param>
    public static byte[] Draw(string text, int width)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(1 + ((width - 1) / data.ModuleMatrix.Count));
    }
}
