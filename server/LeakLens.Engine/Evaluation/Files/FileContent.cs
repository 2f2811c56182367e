namespace LeakLens.Engine.Evaluation.Files;

/// <summary>The bytes of a file that the program itself wrote, in pages.</summary>
internal sealed class FileContent
{
    private const int PageBytes = 1 << 12;

    private readonly List<byte[]> _pages = [];

    public int Length { get; private set; }

    /// <summary>Bytes of this program's memory that it takes.</summary>
    public int Room => _pages.Count * PageBytes;

    /// <summary>Bytes of this program's memory that it takes more when the file reaches to a place.</summary>
    public int RoomFor(int end) => (int)Math.Max(0, ((((long)end + PageBytes - 1) / PageBytes) - _pages.Count) * PageBytes);

    public void Write(int position, ReadOnlySpan<byte> bytes)
    {
        while ((long)_pages.Count * PageBytes < (long)position + bytes.Length)
        {
            _pages.Add(new byte[PageBytes]);
        }

        Length = Math.Max(Length, position + bytes.Length);
        while (!bytes.IsEmpty)
        {
            var page = _pages[position / PageBytes].AsSpan(position % PageBytes);
            var count = Math.Min(page.Length, bytes.Length);
            bytes[..count].CopyTo(page);
            bytes = bytes[count..];
            position += count;
        }
    }

    public byte[] Read(int position, int count)
    {
        var read = new byte[Math.Clamp(Length - position, 0, count)];
        var into = read.AsSpan();
        while (!into.IsEmpty)
        {
            var page = _pages[position / PageBytes].AsSpan(position % PageBytes);
            var some = Math.Min(page.Length, into.Length);
            page[..some].CopyTo(into);
            into = into[some..];
            position += some;
        }

        return read;
    }

    /// <summary>Where the line that begins at a place ends, behind its mark.</summary>
    public int EndOfLine(int position)
    {
        while (position < Length)
        {
            var page = _pages[position / PageBytes].AsSpan(position % PageBytes);
            page = page[..Math.Min(page.Length, Length - position)];
            if (page.IndexOf((byte)'\n') is >= 0 and var at)
            {
                return position + at + 1;
            }

            position += page.Length;
        }

        return Length;
    }

    public void Truncate(int length)
    {
        if (length < Length)
        {
            var page = length / PageBytes;
            var kept = length % PageBytes;
            _pages.RemoveRange(page + (kept > 0 ? 1 : 0), _pages.Count - page - (kept > 0 ? 1 : 0));
            if (kept > 0)
            {
                Array.Clear(_pages[page], kept, PageBytes - kept);
            }
        }
        else if (length > Length)
        {
            Write(length, []);
        }

        Length = length;
    }
}
