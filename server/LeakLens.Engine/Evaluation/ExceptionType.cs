using System.Collections.Frozen;

namespace LeakLens.Engine.Evaluation;

/// <summary>One of Python's built-in exceptions: what an instance of it carries as its payload.</summary>
/// <param name="Bytes">Of an instance without its arguments, measured on CPython 3.11.</param>
internal sealed record ExceptionType(string Name, ExceptionType? Parent, long Bytes)
{
    /// <summary>An instance of a class of the program has room for weak references besides.</summary>
    public const long OfProgram = 8;

    /// <summary>The dict that the first attribute of its own costs an exception.</summary>
    public const long Namespace = 184;

    private static readonly FrozenDictionary<string, ExceptionType> All = Build();

    public static ExceptionType? Find(string name) => All.GetValueOrDefault(name switch
    {
        "IOError" or "EnvironmentError" or "socket.error" or "select.error" or "WindowsError" => "OSError",
        "asyncio.TimeoutError" or "asyncio.exceptions.TimeoutError" or "socket.timeout" or "concurrent.futures.TimeoutError" => "TimeoutError",
        "json.decoder.JSONDecodeError" => "json.JSONDecodeError",
        _ => name,
    });

    public bool IsSubclassOf(ExceptionType other)
    {
        for (var type = this; type is not null; type = type.Parent)
        {
            if (ReferenceEquals(type, other))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, ExceptionType> Build()
    {
        // Python reference, "Exception hierarchy": each line a class, its bytes, and its children.
        const string Hierarchy = """
            BaseException 88 : BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception asyncio.CancelledError
            SystemExit 96
            BaseExceptionGroup 112
            Exception 88 : ArithmeticError AssertionError AttributeError BufferError EOFError ExceptionGroup ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning queue.Empty queue.Full asyncio.QueueEmpty asyncio.QueueFull asyncio.InvalidStateError threading.BrokenBarrierError
            ExceptionGroup 112
            ArithmeticError 88 : FloatingPointError OverflowError ZeroDivisionError
            AttributeError 104 : dataclasses.FrozenInstanceError
            ImportError 112 : ModuleNotFoundError
            LookupError 88 : IndexError KeyError
            NameError 96 : UnboundLocalError
            OSError 128 : BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
            ConnectionError 128 : BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
            RuntimeError 88 : NotImplementedError RecursionError
            StopIteration 96
            SyntaxError 152 : IndentationError
            IndentationError 152 : TabError
            ValueError 88 : UnicodeError json.JSONDecodeError
            json.JSONDecodeError 280
            UnicodeError 88 : UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
            UnicodeDecodeError 128
            UnicodeEncodeError 128
            UnicodeTranslateError 128
            Warning 88 : BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
            """;
        var lines = Hierarchy.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(static words => words[0], StringComparer.Ordinal);
        var all = new Dictionary<string, ExceptionType>(StringComparer.Ordinal);
        Enter(lines, all, "BaseException", parent: null);
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Enter(Dictionary<string, string[]> lines, Dictionary<string, ExceptionType> all, string name, ExceptionType? parent)
    {
        var line = lines.GetValueOrDefault(name) ?? [];
        var bytes = line.Length > 1 ? long.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture) : parent?.Bytes ?? 0;
        var type = new ExceptionType(name, parent, bytes);
        all[name] = type;
        for (var i = 3; i < line.Length; i++)
        {
            Enter(lines, all, line[i], type);
        }
    }
}
