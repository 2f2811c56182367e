using System.Runtime.InteropServices;
using LeakLens.Python.Unicode;

namespace LeakLens.Python.Lexing;

/// <summary>
/// Interns names by the hash of their span, so that a name that repeats is one string and needs no copy to be looked up.
/// Keywords are entries with their own kind: one probe answers both questions. One table per thread lives on between files.
/// </summary>
internal sealed class NameTable
{
    /// <summary>Beyond this the table is thrown away after a file: a bound on what a thread retains (about 1 MB).</summary>
    private const int MaxRetained = 16384;

    /// <summary>Differs from run to run: nobody can write a file whose names all have one hash.</summary>
    private static readonly uint Multiplier = (uint)HashCode.Combine(0) | 0x1000_0001;

    [ThreadStatic]
    private static NameTable? _shared;

    /// <summary>Names beyond ASCII as they are written, with the interned form that they stand for.</summary>
    private readonly Dictionary<string, string> _normalized = new(StringComparer.Ordinal);
    private Entry[] _entries = new Entry[4096];
    private int _count;

    private NameTable()
    {
        foreach (var (text, kind) in Keywords.All)
        {
            Find(text, Hash(text)).Kind = kind;
        }
    }

    public static NameTable Rent()
    {
        var table = _shared;
        _shared = null;
        return table ?? new NameTable();
    }

    public static void Return(NameTable table)
    {
        if (table._count + table._normalized.Count <= MaxRetained)
        {
            _shared = table;
        }
    }

    public static uint Hash(ReadOnlySpan<char> name)
    {
        var hash = 0u;
        foreach (var c in name)
        {
            hash = Step(hash, c);
        }

        return hash;
    }

    /// <summary>The lexer folds the hash into its scan of the name.</summary>
    public static uint Step(uint hash, char c) => (hash * Multiplier) + c;

    /// <summary>The normal form KC of a name (PEP 3131), worked out once for each spelling.</summary>
    public string InternNormalized(ReadOnlySpan<char> name)
    {
        var spellings = _normalized.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!spellings.TryGetValue(name, out var normalized))
        {
            normalized = Intern(CompatibilityForm.Normalize(name.ToString()));
            spellings[name] = normalized;
        }

        return normalized;
    }

    public string Intern(ReadOnlySpan<char> name) => Find(name, Hash(name)).Text;

    public ref Entry Find(ReadOnlySpan<char> name, uint hash)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        // Multiplying spreads names that differ in their last character only.
        var index = (int)((hash * 0x9E3779B9u) >> 12) & mask;
        while (true)
        {
            ref var entry = ref entries[index];
            if (entry.Text is null)
            {
                return ref Add(name, hash, index);
            }

            if (entry.Hash == hash && name.SequenceEqual(entry.Text))
            {
                return ref entry;
            }

            index = (index + 1) & mask;
        }
    }

    private ref Entry Add(ReadOnlySpan<char> name, uint hash, int index)
    {
        if (++_count * 2 > _entries.Length)
        {
            Grow();
            return ref Find(name, hash);
        }

        ref var entry = ref _entries[index];
        entry.Text = name.ToString();
        entry.Hash = hash;
        entry.Kind = TokenKind.Name;
        return ref entry;
    }

    private void Grow()
    {
        var old = _entries;
        _count = 0;
        _entries = new Entry[old.Length * 4];
        foreach (var entry in old)
        {
            if (entry.Text is not null)
            {
                Find(entry.Text, entry.Hash) = entry;
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    internal struct Entry
    {
        public string Text;
        public uint Hash;
        public TokenKind Kind;
    }
}
