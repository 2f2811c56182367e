using System.Numerics;
using System.Security.Cryptography;

namespace LeakLens.Engine.Known;

/// <summary>CPython's random number generator (Modules/_randommodule.c): one seed gives the same numbers for ever.</summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;
    private const int WordBits = 32;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    private MersenneTwister()
    {
    }

    /// <summary>The second of the two numbers that <c>gauss</c> computes at once.</summary>
    public double? NextGauss { get; set; }

    /// <summary>The generator that <c>Random(seed)</c> makes; null when the seed is none that is followed.</summary>
    public static MersenneTwister? Of(object seed)
    {
        if (ToNumber(seed) is not { } number || WholeNumber.Bits(number) > KnownLimits.LongestText)
        {
            return null;
        }

        var words = new List<uint>();
        for (var rest = BigInteger.Abs(number); !rest.IsZero || words.Count == 0; rest >>= WordBits)
        {
            words.Add((uint)(rest & uint.MaxValue));
        }

        var made = new MersenneTwister();
        made.Fill(words);
        return made;
    }

    public MersenneTwister Copy()
    {
        var copy = new MersenneTwister { _next = _next, NextGauss = NextGauss };
        _state.CopyTo(copy._state, 0);
        return copy;
    }

    /// <summary>A number from 0 to below 1, with 53 random bits.</summary>
    public double NextDouble()
    {
        var high = NextWord() >> 5;
        var low = NextWord() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    public BigInteger NextBits(int count)
    {
        var value = BigInteger.Zero;
        for (var shift = 0; shift < count; shift += WordBits)
        {
            var word = NextWord();
            value |= (BigInteger)(count - shift < WordBits ? word >> (WordBits - (count - shift)) : word) << shift;
        }

        return value;
    }

    /// <summary>A whole number below a positive one (Random._randbelow_with_getrandbits).</summary>
    public BigInteger NextBelow(BigInteger limit)
    {
        var bits = (int)WholeNumber.Bits(limit);
        var number = NextBits(bits);
        while (number >= limit)
        {
            number = NextBits(bits);
        }

        return number;
    }

    public int NextBelow(int limit)
    {
        var shift = BitOperations.LeadingZeroCount((uint)limit);
        var number = NextWord() >> shift;
        while (number >= limit)
        {
            number = NextWord() >> shift;
        }

        return (int)number;
    }

    private static BigInteger? ToNumber(object seed) => seed switch
    {
        string text => TextEncoding.Encode(text, encoding: null, errors: null) is byte[] bytes ? ToNumber(bytes) : null,
        byte[] bytes => new BigInteger([.. bytes, .. SHA512.HashData(bytes)], isUnsigned: true, isBigEndian: true),
        double number => double.IsFinite(number) && Math.Floor(number) == number && Math.Abs(number) < LargestWhole ? new BigInteger(number) : null,
        _ => KnownCall.ToInt(seed),
    };

    /// <summary>Below this the hash of a whole float is its value.</summary>
    private const double LargestWhole = 1L << 60;

    private void Start(uint seed)
    {
        _state[0] = seed;
        for (var i = 1u; i < Size; i++)
        {
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
        }
    }

    /// <summary>init_by_array.</summary>
    private void Fill(List<uint> key)
    {
        Start(19650218u);
        var (i, j) = (1, 0);
        for (var k = Math.Max(Size, key.Count); k > 0; k--)
        {
            _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1664525u)) + key[j] + (uint)j;
            Advance(ref i);
            j = j + 1 == key.Count ? 0 : j + 1;
        }

        for (var k = Size - 1; k > 0; k--)
        {
            _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1566083941u)) - (uint)i;
            Advance(ref i);
        }

        _state[0] = 0x80000000u;
    }

    private void Advance(ref int i)
    {
        if (++i == Size)
        {
            _state[0] = _state[Size - 1];
            i = 1;
        }
    }

    private uint NextWord()
    {
        if (_next == Size)
        {
            Generate();
        }

        var word = _state[_next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    private void Generate()
    {
        for (var i = 0; i < Size; i++)
        {
            var mixed = (_state[i] & 0x80000000u) | (_state[(i + 1) % Size] & 0x7fffffffu);
            _state[i] = _state[(i + Middle) % Size] ^ (mixed >> 1) ^ ((mixed & 1) == 0 ? 0 : 0x9908b0dfu);
        }

        _next = 0;
    }
}
