namespace LeakLens.Engine.Decoding.Compression;

/// <summary>The LZMA algorithm, after the specification in the LZMA SDK. What was decoded is its own dictionary.</summary>
internal sealed class LzmaDecoder
{
    private const int States = 12;
    private const int MostPositionStates = 16;
    private const int LengthStates = 4;
    private const int EndOfSlots = 14;
    private const int FullDistances = 128;
    private const int AlignBits = 4;

    private readonly List<byte> _output;
    private readonly int _room;
    private readonly ushort[] _distances = RangeDecoder.NewProbabilities(1 + FullDistances - EndOfSlots);
    private readonly int[] _recent = new int[4];
    private ushort[] _isMatch = [];
    private ushort[] _isRecent = [];
    private ushort[] _isRecent0 = [];
    private ushort[] _isRecent1 = [];
    private ushort[] _isRecent2 = [];
    private ushort[] _isLong0 = [];
    private ushort[] _slots = [];
    private ushort[] _align = [];
    private ushort[] _literals = [];
    private LzmaLengths _matchLengths = new();
    private LzmaLengths _recentLengths = new();
    private int _state;
    private int _literalContext;
    private int _literalPosition;
    private int _positionBits;

    public LzmaDecoder(List<byte> output, int room)
    {
        _output = output;
        _room = room;
    }

    /// <summary>The dictionary starts here: nothing before it can be meant.</summary>
    public int Start { get; set; }

    /// <param name="properties">(pb * 5 + lp) * 9 + lc, as one byte.</param>
    /// <exception cref="FormatException">There are no such properties.</exception>
    public void SetProperties(int properties)
    {
        Require(properties < 9 * 5 * 5);
        _literalContext = properties % 9;
        _literalPosition = properties / 9 % 5;
        _positionBits = properties / 45;
        Require(_literalContext + _literalPosition <= 8);
        Reset();
    }

    public void Reset()
    {
        _state = 0;
        Array.Clear(_recent);
        _isMatch = RangeDecoder.NewProbabilities(States * MostPositionStates);
        _isLong0 = RangeDecoder.NewProbabilities(States * MostPositionStates);
        _isRecent = RangeDecoder.NewProbabilities(States);
        _isRecent0 = RangeDecoder.NewProbabilities(States);
        _isRecent1 = RangeDecoder.NewProbabilities(States);
        _isRecent2 = RangeDecoder.NewProbabilities(States);
        _slots = RangeDecoder.NewProbabilities(LengthStates << 6);
        _align = RangeDecoder.NewProbabilities(1 << AlignBits);
        _literals = RangeDecoder.NewProbabilities(0x300 << (_literalContext + _literalPosition));
        RangeDecoder.NewProbabilities(_distances.Length).CopyTo(_distances, 0);
        _matchLengths = new LzmaLengths();
        _recentLengths = new LzmaLengths();
    }

    /// <summary>Decodes so many bytes, or to the end mark where their number is not known.</summary>
    /// <returns>False when there are more than there is room for.</returns>
    /// <exception cref="FormatException">This is no LZMA data.</exception>
    public bool Decode(RangeDecoder input, long size)
    {
        var end = size < 0 ? long.MaxValue : _output.Count + size;
        while (_output.Count < end)
        {
            if (_output.Count > _room)
            {
                return false;
            }

            var position = (_output.Count - Start) & ((1 << _positionBits) - 1);
            if (input.Bit(_isMatch, (_state * MostPositionStates) + position) == 0)
            {
                DecodeLiteral(input);
                continue;
            }

            var length = input.Bit(_isRecent, _state) == 0 ? DecodeMatch(input, position) : DecodeRecent(input, position);
            if (length < 0)
            {
                Require(size < 0);
                return true;
            }

            Copy((int)Math.Min(length, end - _output.Count));
        }

        return true;
    }

    private void DecodeLiteral(RangeDecoder input)
    {
        var previous = _output.Count > Start ? _output[^1] : 0;
        var context = (((_output.Count - Start) & ((1 << _literalPosition) - 1)) << _literalContext) + (previous >> (8 - _literalContext));
        var (offset, symbol) = (0x300 * context, 1);
        if (_state >= 7)
        {
            var matched = (int)ByteAt(_recent[0]);
            while (symbol < 0x100)
            {
                var expected = (matched >> 7) & 1;
                matched <<= 1;
                var bit = input.Bit(_literals, offset + ((1 + expected) << 8) + symbol);
                symbol = (symbol << 1) | bit;
                if (expected != bit)
                {
                    break;
                }
            }
        }

        while (symbol < 0x100)
        {
            symbol = (symbol << 1) | input.Bit(_literals, offset + symbol);
        }

        _output.Add((byte)symbol);
        _state = _state < 4 ? 0 : _state < 10 ? _state - 3 : _state - 6;
    }

    /// <summary>Its length; -1 for the end mark.</summary>
    private int DecodeMatch(RangeDecoder input, int position)
    {
        (_recent[3], _recent[2], _recent[1]) = (_recent[2], _recent[1], _recent[0]);
        var length = _matchLengths.Decode(input, position);
        _state = _state < 7 ? 7 : 10;
        var distance = DecodeDistance(input, length);
        if (distance == uint.MaxValue)
        {
            return -1;
        }

        _recent[0] = distance <= int.MaxValue ? (int)distance : throw new FormatException("This is no LZMA data.");
        return length + 2;
    }

    private uint DecodeDistance(RangeDecoder input, int length)
    {
        var slot = input.Tree(_slots, Math.Min(length, LengthStates - 1) << 6, 6);
        if (slot < 4)
        {
            return (uint)slot;
        }

        var bits = (slot >> 1) - 1;
        var distance = (uint)(2 | (slot & 1)) << bits;
        return slot < EndOfSlots
            ? distance + (uint)input.ReverseTree(_distances, (int)distance - slot, bits)
            : distance + (input.Direct(bits - AlignBits) << AlignBits) + (uint)input.ReverseTree(_align, 0, AlignBits);
    }

    private int DecodeRecent(RangeDecoder input, int position)
    {
        Require(_output.Count > Start);
        if (input.Bit(_isRecent0, _state) == 0)
        {
            if (input.Bit(_isLong0, (_state * MostPositionStates) + position) == 0)
            {
                _state = _state < 7 ? 9 : 11;
                return 1;
            }
        }
        else if (input.Bit(_isRecent1, _state) == 0)
        {
            (_recent[0], _recent[1]) = (_recent[1], _recent[0]);
        }
        else if (input.Bit(_isRecent2, _state) == 0)
        {
            (_recent[0], _recent[1], _recent[2]) = (_recent[2], _recent[0], _recent[1]);
        }
        else
        {
            (_recent[0], _recent[1], _recent[2], _recent[3]) = (_recent[3], _recent[0], _recent[1], _recent[2]);
        }

        var length = _recentLengths.Decode(input, position);
        _state = _state < 7 ? 8 : 11;
        return length + 2;
    }

    private void Copy(int length)
    {
        for (var i = 0; i < length; i++)
        {
            _output.Add(ByteAt(_recent[0]));
        }
    }

    private byte ByteAt(int distance)
    {
        var at = _output.Count - distance - 1;
        Require(at >= Start);
        return _output[at];
    }

    private static void Require(bool isRight)
    {
        if (!isRight)
        {
            throw new FormatException("This is no LZMA data.");
        }
    }
}
