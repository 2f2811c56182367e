using System.Buffers;
using System.IO.Pipelines;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// Cuts the stream into messages by their Content-Length headers. It never gives up on a stream: rubbish is skipped up to
/// the next header and reported once; a message over the limit is skipped without being kept.
/// </summary>
internal sealed class FrameReader(PipeReader input, int largestBody = FrameReader.DefaultLargestBody)
{
    /// <summary>64 MiB: more than any source file that a person edits, less than what would hurt.</summary>
    public const int DefaultLargestBody = 64 << 20;

    private const int LargestHeader = 8 << 10;

    private SequencePosition? _bodyEnd;
    private bool _skipping;

    public async ValueTask<Frame> ReadAsync(CancellationToken cancellation)
    {
        ReleaseBody();
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var header = new FrameHeader();
            var rest = read.Buffer;
            var state = ReadHeader(ref rest, header);
            if (state == HeaderState.Complete && header.ContentLength is { } length)
            {
                input.AdvanceTo(rest.Start);
                _skipping = false;
                return length > largestBody ? await SkipBodyAsync(length, cancellation) : await ReadBodyAsync((int)length, cancellation);
            }

            if (state == HeaderState.Incomplete && read.Buffer.Length <= LargestHeader)
            {
                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (read.IsCompleted)
                {
                    return Frame.End;
                }

                continue;
            }

            if (state == HeaderState.Incomplete)
            {
                rest = SkipToHeader(read.Buffer);
            }

            input.AdvanceTo(rest.Start);
            if (!_skipping)
            {
                _skipping = true;
                return Frame.Malformed("The bytes before the next Content-Length header belong to no message; they were skipped.");
            }
        }
    }

    private enum HeaderState
    {
        Incomplete,
        Complete,
        Malformed,
    }

    /// <summary>Reads header lines; afterwards <paramref name="rest"/> starts behind the header, or behind what is none.</summary>
    private static HeaderState ReadHeader(ref ReadOnlySequence<byte> rest, FrameHeader header)
    {
        var reader = new SequenceReader<byte>(rest);
        var lines = 0;
        while (reader.TryReadTo(out ReadOnlySequence<byte> sequence, (byte)'\n'))
        {
            var line = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
            if (line.IsEmpty || line.SequenceEqual("\r"u8))
            {
                if (lines == 0)
                {
                    continue;
                }

                rest = rest.Slice(reader.Position);
                return header.ContentLength is null ? HeaderState.Malformed : HeaderState.Complete;
            }

            lines++;
            var rubbish = header.Accept(line);
            if (rubbish > 0)
            {
                rest = rubbish < line.Length ? rest.Slice(sequence.GetPosition(rubbish)) : rest.Slice(reader.Position);
                return HeaderState.Malformed;
            }
        }

        return HeaderState.Incomplete;
    }

    private static ReadOnlySequence<byte> SkipToHeader(ReadOnlySequence<byte> buffer)
    {
        const int nameLength = 15;
        ReadOnlySpan<byte> bytes = buffer.IsSingleSegment ? buffer.FirstSpan : buffer.ToArray();

        // One that stands at the very start is the one that was never finished.
        var at = FrameHeader.IndexOfContentLength(bytes[1..]) + 1;
        return buffer.Slice(at > 0 ? at : bytes.Length - nameLength);
    }

    private async ValueTask<Frame> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        // Reading would wait for bytes that nobody promised.
        if (length == 0)
        {
            return Frame.Message(ReadOnlySequence<byte>.Empty);
        }

        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            if (read.Buffer.Length >= length)
            {
                var body = read.Buffer.Slice(0, length);
                _bodyEnd = body.End;
                return Frame.Message(body);
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return Frame.End;
            }
        }
    }

    private async ValueTask<Frame> SkipBodyAsync(long length, CancellationToken cancellation)
    {
        var left = length;
        while (left > 0)
        {
            var read = await input.ReadAsync(cancellation);
            var taken = Math.Min(left, read.Buffer.Length);
            input.AdvanceTo(read.Buffer.GetPosition(taken));
            left -= taken;
            if (read.IsCompleted && left > 0)
            {
                return Frame.End;
            }
        }

        return Frame.TooLarge($"A message of {length} bytes is over the limit of {largestBody}; it was skipped.");
    }

    private void ReleaseBody()
    {
        if (_bodyEnd is { } end)
        {
            _bodyEnd = null;
            input.AdvanceTo(end);
        }
    }
}
