using System.Xml.Linq;
using Engagement.Grains.Storage;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Engagement.Web.Sessions;

/// <summary>Encrypts the session ring at rest with a key of the cell's master key (design.md §10).</summary>
public sealed class MasterKeyXmlEncryptor(CellKeys keys) : IXmlEncryptor
{
    internal static ReadOnlySpan<byte> Ring => "ring"u8;

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(keys.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Ring))),
        typeof(MasterKeyXmlDecryptor));
}

/// <summary>The inverse of <see cref="MasterKeyXmlEncryptor"/>; made by the ring itself.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<CellKeys>().Open(Convert.FromBase64String(encryptedElement.Value), MasterKeyXmlEncryptor.Ring));
}
