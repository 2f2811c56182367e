using System.Runtime.InteropServices;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// The texts that <c>json.dumps</c> makes of the parts of a value before it joins them (Modules/_json.c): a hundred thousand at a time, in a list.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonPieces
{
    /// <summary>So many are joined into one (Objects/accu.c).</summary>
    private const long MostAtOnce = 100_000;

    private const long Pointer = 8;

    private long _count;
    private long _bytes;
    private long _characters;

    /// <summary>Commas, colons and brackets, of which there is one each.</summary>
    public void AddShared(long count) => _count += count;

    /// <summary>A text of its own; gives its length again.</summary>
    public Quantity Add(Quantity length)
    {
        if (length.HasFiniteHigh)
        {
            _count++;
            _bytes += StringSizes.Str(length.High, StringKind.Ascii);
            _characters += length.High;
        }

        return length;
    }

    /// <summary>Bytes that are alive besides the text that comes out, at most.</summary>
    public readonly long Scratch
    {
        get
        {
            if (_count <= MostAtOnce)
            {
                return _bytes + (_count * Pointer * 9 / 8);
            }

            // The last full list, and the texts that the lists before it became; the whole text does not exist yet.
            var full = _count / MostAtOnce;
            var share = (double)MostAtOnce / _count;
            var list = (long)(_bytes * share) + (MostAtOnce * Pointer * 9 / 8);
            return Math.Max(_characters, list + (long)(_characters * share * full) - _characters);
        }
    }
}
