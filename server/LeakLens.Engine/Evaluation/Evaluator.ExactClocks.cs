using System.Buffers.Binary;
using System.Numerics;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Dates;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// What no program determines and hardly any depends on. Clocks: which reading came first is known, and how much sleep lies between two. Names that are
/// drawn to be like no other are drawn, as in one of the program's runs.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Who reads a clock more often waits for a time to come.</summary>
    private const int MostReadings = 200_000;

    private int _readings;

    /// <summary>Seconds that were slept while there was nobody else to go on.</summary>
    private double _slept;

    /// <summary><c>time.time()</c> and its like; null for all other functions.</summary>
    private Value? CallClock(string name, CallArguments arguments, SyntaxNode node)
    {
        var isObject = name is "datetime.datetime.now" or "datetime.datetime.utcnow";
        if (!isObject && name is not ("time.time" or "time.monotonic" or "time.perf_counter"))
        {
            return null;
        }

        if (++_readings > MostReadings)
        {
            NotDetermined();
        }

        var clock = arguments.Positional.Count + arguments.Named.Count == 0 ? name : name + " of a zone";
        return Lower(new KnownReading(clock, _readings, _slept + (_strands?.Now ?? 0), Shift: 0, isObject), node);
    }

    /// <summary>A float of which only that is known.</summary>
    private Value NewTime(KnownTime time, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Float, node, _frame.Context);
        made.Known = time;
        return Value.OfSomeFloat(made);
    }

    private MersenneTwister? _drawing;

    /// <summary><c>uuid.uuid4()</c>, <c>secrets.token_hex()</c> and their like; null for all other functions.</summary>
    private Value? CallDrawn(string name, CallArguments arguments, SyntaxNode node)
    {
        const int StandardLength = 32;
        const int IdLength = 16;
        if (name is not ("uuid.uuid4" or "uuid.uuid1" or "os.urandom" or "secrets.token_hex" or "secrets.token_urlsafe" or "secrets.token_bytes"))
        {
            return null;
        }

        var isId = name is "uuid.uuid4" or "uuid.uuid1";
        var length = isId ? Value.OfInt(IdLength) : arguments[0].IsAbsent || arguments[0].Kind == ValueKind.None ? Value.OfInt(StandardLength) : arguments[0];
        if (length is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= LongestKnownText } count } || (_drawing ??= MersenneTwister.Of(BigInteger.Zero)) is not { } source)
        {
            return null;
        }

        var bytes = new byte[count.Low];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)source.NextBits(8);
        }

        NoteMoved(bytes.Length * sizeof(uint));
        return name switch
        {
            "secrets.token_hex" => NewText(Convert.ToHexStringLower(bytes), node),
            "secrets.token_urlsafe" => NewText(Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_'), node),
            _ when isId => Lower(KnownUuid.OfDrawn(BinaryPrimitives.ReadUInt128BigEndian(bytes)), node),
            _ => Value.Of(NewContent(bytes, node)),
        };
    }
}
