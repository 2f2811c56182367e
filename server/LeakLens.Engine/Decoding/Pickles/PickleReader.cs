using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace LeakLens.Engine.Decoding.Pickles;

/// <summary>Lists the opcodes of a pickle, as <c>pickletools.dis</c> does; nothing is loaded.</summary>
public static class PickleReader
{
    private const int MostOpcodes = 10_000;

    private static readonly FrozenSet<string> Dangerous = FrozenSet.ToFrozenSet(
        ["builtins.exec", "builtins.eval", "builtins.compile", "builtins.__import__", "builtins.getattr", "__builtin__.exec", "__builtin__.eval", "__builtin__.getattr", "os.system", "posix.system", "nt.system", "os.popen", "posix.popen",
         "subprocess.Popen", "subprocess.call", "subprocess.check_output", "subprocess.run", "runpy.run_path", "types.FunctionType", "types.CodeType", "marshal.loads", "code.interact", "pty.spawn", "importlib.import_module", "operator.attrgetter"],
        StringComparer.Ordinal);

    /// <summary>By the byte: a name, and how its argument is written.</summary>
    private static readonly FrozenDictionary<byte, (string Name, PickleArgument Argument)> Opcodes = MakeOpcodes();

    public static bool IsDangerous(string call) => Dangerous.Contains(call);

    /// <summary>Null for what is no pickle.</summary>
    public static Pickle? Read(byte[] data)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var calls = ImmutableArray.CreateBuilder<string>();
        var texts = new List<string>();
        for (var at = 0; at < data.Length && names.Count < MostOpcodes;)
        {
            if (!Opcodes.TryGetValue(data[at], out var opcode) || !TryReadArgument(data, at + 1, opcode.Argument, out var text, out var next))
            {
                return null;
            }

            at = next;
            names.Add(opcode.Name);
            if (text is not null)
            {
                texts.Add(text);
            }

            if (opcode.Name is "GLOBAL" or "INST" && text is not null)
            {
                calls.Add(text.Replace('\n', '.'));
            }
            else if (opcode.Name is "STACK_GLOBAL" && texts.Count > 1)
            {
                calls.Add($"{texts[^2]}.{texts[^1]}");
            }
            else if (opcode.Name is "STOP")
            {
                return new Pickle(names.ToImmutable(), calls.ToImmutable());
            }
        }

        return null;
    }

    private static bool TryReadArgument(byte[] data, int at, PickleArgument argument, out string? text, out int next)
    {
        (text, next) = (null, at);
        switch (argument)
        {
            case PickleArgument.None:
                return true;
            case PickleArgument.OneByte or PickleArgument.TwoBytes or PickleArgument.FourBytes or PickleArgument.EightBytes:
                next = at + argument switch { PickleArgument.OneByte => 1, PickleArgument.TwoBytes => 2, PickleArgument.FourBytes => 4, _ => 8 };
                return next <= data.Length;
            case PickleArgument.Line or PickleArgument.TwoLines:
                var end = Array.IndexOf(data, (byte)'\n', at);
                end = end >= 0 && argument is PickleArgument.TwoLines ? Array.IndexOf(data, (byte)'\n', end + 1) : end;
                if (end < 0)
                {
                    return false;
                }

                text = Encoding.UTF8.GetString(data, at, end - at);
                next = end + 1;
                return true;
            default:
                return TryReadCounted(data, at, argument, out text, out next);
        }
    }

    private static bool TryReadCounted(byte[] data, int at, PickleArgument argument, out string? text, out int next)
    {
        (text, next) = (null, at);
        var size = argument switch { PickleArgument.CountedByOne => 1, PickleArgument.CountedByFour => 4, _ => 8 };
        if (at + size > data.Length)
        {
            return false;
        }

        long count = size switch { 1 => data[at], 4 => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at)), _ => BinaryPrimitives.ReadInt64LittleEndian(data.AsSpan(at)) };
        if (count < 0 || at + size + count > data.Length)
        {
            return false;
        }

        next = at + size + (int)count;
        text = Encoding.UTF8.GetString(data, at + size, (int)count);
        return true;
    }

    private static FrozenDictionary<byte, (string Name, PickleArgument Argument)> MakeOpcodes()
    {
        var all = new Dictionary<byte, (string, PickleArgument)>();
        void Add(PickleArgument argument, params ReadOnlySpan<(int Code, string Name)> opcodes)
        {
            foreach (var (code, name) in opcodes)
            {
                all[(byte)code] = (name, argument);
            }
        }

        Add(PickleArgument.None, ('(', "MARK"), ('.', "STOP"), ('0', "POP"), ('1', "POP_MARK"), ('2', "DUP"), ('N', "NONE"), ('Q', "BINPERSID"), ('R', "REDUCE"), ('a', "APPEND"), ('b', "BUILD"), ('d', "DICT"));
        Add(PickleArgument.None, ('}', "EMPTY_DICT"), ('e', "APPENDS"), ('l', "LIST"), (']', "EMPTY_LIST"), ('o', "OBJ"), ('s', "SETITEM"), ('t', "TUPLE"), (')', "EMPTY_TUPLE"), ('u', "SETITEMS"), (0x81, "NEWOBJ"));
        Add(PickleArgument.None, (0x85, "TUPLE1"), (0x86, "TUPLE2"), (0x87, "TUPLE3"), (0x88, "NEWTRUE"), (0x89, "NEWFALSE"), (0x8f, "EMPTY_SET"), (0x90, "ADDITEMS"), (0x91, "FROZENSET"), (0x92, "NEWOBJ_EX"), (0x93, "STACK_GLOBAL"));
        Add(PickleArgument.None, (0x94, "MEMOIZE"), (0x97, "NEXT_BUFFER"), (0x98, "READONLY_BUFFER"));
        Add(PickleArgument.Line, ('F', "FLOAT"), ('I', "INT"), ('L', "LONG"), ('P', "PERSID"), ('S', "STRING"), ('V', "UNICODE"), ('g', "GET"), ('p', "PUT"));
        Add(PickleArgument.TwoLines, ('c', "GLOBAL"), ('i', "INST"));
        Add(PickleArgument.OneByte, ('K', "BININT1"), ('h', "BINGET"), ('q', "BINPUT"), (0x80, "PROTO"), (0x82, "EXT1"));
        Add(PickleArgument.TwoBytes, ('M', "BININT2"), (0x83, "EXT2"));
        Add(PickleArgument.FourBytes, ('J', "BININT"), ('j', "LONG_BINGET"), ('r', "LONG_BINPUT"), (0x84, "EXT4"));
        Add(PickleArgument.EightBytes, ('G', "BINFLOAT"), (0x95, "FRAME"));
        Add(PickleArgument.CountedByOne, ('U', "SHORT_BINSTRING"), (0x8a, "LONG1"), (0x8c, "SHORT_BINUNICODE"), ('C', "SHORT_BINBYTES"));
        Add(PickleArgument.CountedByFour, ('T', "BINSTRING"), ('X', "BINUNICODE"), ('B', "BINBYTES"), (0x8b, "LONG4"));
        Add(PickleArgument.CountedByEight, (0x8d, "BINUNICODE8"), (0x8e, "BINBYTES8"), (0x96, "BYTEARRAY8"));
        return all.ToFrozenDictionary();
    }
}
