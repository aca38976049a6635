namespace Engagement.Web.Drawing;

/// <summary>
/// What a PDF has written and nobody has fetched yet. The writer sees one long file; the memory holds a page. It never throws, for its caller is
/// native code.
/// </summary>
internal sealed class PdfBuffer : Stream
{
    private readonly MemoryStream _held = new();
    private long _passed;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _passed + _held.Length;

    /// <inheritdoc/>
    public override long Position { get => Length; set => throw new NotSupportedException(); }

    /// <summary>Gives the target what is held and forgets it.</summary>
    public async Task PassOnAsync(Stream target, CancellationToken cancel)
    {
        await target.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancel);
        _passed += _held.Length;
        _held.SetLength(0);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
