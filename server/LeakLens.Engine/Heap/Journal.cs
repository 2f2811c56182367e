using System.Runtime.CompilerServices;

namespace LeakLens.Engine.Heap;

/// <summary>
/// What every changed slot held before, in the order of the changes. Positions count from the start of the analysis and stay
/// valid when the front of the journal is forgotten, so that a mark or a slot's latest write never has to be renumbered.
/// </summary>
internal sealed class Journal
{
    private const int FirstCapacity = 256;

    /// <summary>A longer one is not kept: some megabytes for each thread are enough.</summary>
    private const int LongestSpare = 1 << 16;

    /// <summary>The entries of the analysis before, all empty: large arrays are dear to make and to collect.</summary>
    [ThreadStatic]
    private static JournalEntry[]? _spare;

    private JournalEntry[] _entries;
    private int _start;
    private int _count;

    public Journal()
    {
        _entries = _spare ?? new JournalEntry[FirstCapacity];
        _spare = null;
    }

    /// <summary>The position that the next entry will have.</summary>
    public int End => _start + _count;

    /// <summary>How many entries are kept.</summary>
    public int Count => _count;

    /// <summary>Entries from <paramref name="mark"/> on. Do not keep the span over a write.</summary>
    public ReadOnlySpan<JournalEntry> Since(int mark) => _entries.AsSpan(mark - _start, End - mark);

    /// <summary>The entry at a position that is neither forgotten nor taken back.</summary>
    public ref readonly JournalEntry At(int position) => ref _entries[position - _start];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(HeapObject target, int position, int previousWrite, in Value old)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = new JournalEntry(target, position, previousWrite, old);
        return _start + _count++;
    }

    /// <summary>Drops the entries from <paramref name="mark"/> on, which have been undone.</summary>
    public void Cut(int mark)
    {
        var kept = mark - _start;
        Array.Clear(_entries, kept, _count - kept);
        _count = kept;
    }

    /// <summary>Drops all entries: nothing before this moment will be taken back any more.</summary>
    public void Forget()
    {
        _start += _count;
        Array.Clear(_entries, 0, _count);
        _count = 0;
    }

    /// <summary>As <see cref="Forget"/>, when nothing more will be written.</summary>
    public void Close()
    {
        Forget();
        if (_entries.Length <= LongestSpare && _entries.Length > (_spare?.Length ?? 0))
        {
            _spare = _entries;
        }

        _entries = [];
    }
}
