using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Messages of <c>logging</c> on their way: a logger that is switched on makes a record and gives it to its handlers and the root's; what a handler
/// that the program wrote does with it is run, the library's write or keep it.
/// </summary>
internal sealed partial class Evaluator
{
    private const long ErrorLevel = 40;
    private const long WarningLevel = 30;
    private const long CriticalLevel = 50;
    private const string RootLogger = "logging.root";
    private const string Loggers = "logging.Logger.manager.loggerDict";

    /// <summary>As long as every time that is written; which one it is nobody knows.</summary>
    private const string SomeTime = "2000-01-01 00:00:00,000";

    private static readonly SlotKey LevelKey = SlotKey.Attribute("level");

    private Value LogMessage(string method, HeapObject logger, CallArguments arguments, SyntaxNode node)
    {
        var start = method is "log" ? 1 : 0;
        var level = method is "log" ? LevelOf(arguments[0]) : LevelOfName(method);
        RememberLevels(logger, node);
        if (level is not { } number || LevelOfLogger(logger) is not { } least || number < least || arguments.HasUnknownMore)
        {
            return Value.None;
        }

        var record = Value.Absent;
        foreach (var handler in HandlersOf(logger, node))
        {
            if (handler.Reference is not { } receiver || (LevelOf(receiver.Get(LevelKey)) is { } own && number < own))
            {
                continue;
            }

            record = record.IsAbsent ? NewRecord(method, logger, number, arguments, start, node) : record;
            Handle(receiver, record, number, node);
            if (_afterCall != Completion.Normal)
            {
                break;
            }
        }

        return Value.None;
    }

    /// <summary>The first message of a logger makes its table of levels that are switched on.</summary>
    private void RememberLevels(HeapObject logger, SyntaxNode node)
    {
        const int Table = 168;
        if (logger.Get(SlotKey.Attribute("_cache")).IsAbsent)
        {
            var table = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context);
            _heap.SetMeta(table, Meta.Bytes, Table);
            _heap.Set(logger, SlotKey.Attribute("_cache"), Value.Of(table));
        }
    }

    private static long? LevelOfName(string name) => name switch
    {
        "debug" or "DEBUG" => 10,
        "info" or "INFO" => 20,
        "warning" or "warn" or "WARNING" or "WARN" => WarningLevel,
        "error" or "exception" or "ERROR" => ErrorLevel,
        "critical" or "fatal" or "CRITICAL" or "FATAL" => CriticalLevel,
        "NOTSET" => 0,
        _ => null,
    };

    private static long? LevelOf(Value level) => level.Kind == ValueKind.Int && level.Number.IsExact ? level.Number.Low
        : level.Thing is { QualifiedName: var name } && name.StartsWith("logging.", StringComparison.Ordinal) ? LevelOfName(name["logging.".Length..])
        : KnownText(level) is { } text ? LevelOfName(text)
        : null;

    /// <summary>The level of the logger, or of the nearest above it that has one; null when it is not known.</summary>
    private long? LevelOfLogger(HeapObject logger)
    {
        foreach (var asked in LoggersFrom(logger))
        {
            var level = asked.Get(LevelKey);
            if (!level.IsAbsent && LevelOf(level) is not 0 and var own)
            {
                return own;
            }
        }

        return WarningLevel;
    }

    private HeapObject? Root() => ModuleFrame.Storage.Get(SlotKey.Attribute(RootLogger)).Reference is { } holder ? ElementOf(Value.Of(holder)).Reference : null;

    /// <summary>The logger and those above it, the nearest first: <c>a.b</c>, <c>a</c>, the root.</summary>
    private IEnumerable<HeapObject> LoggersFrom(HeapObject logger)
    {
        yield return logger;
        var name = KnownText(logger.Get(SlotKey.Attribute("name"))) ?? string.Empty;
        if (ModuleFrame.Storage.Get(SlotKey.Attribute(Loggers)).Reference is { } byName)
        {
            for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            {
                if (EntryOf(byName, Value.OfText(name[..dot]), isLiteral: false).Reference is { } above)
                {
                    yield return above;
                }
            }
        }

        if (Root() is { } root && !ReferenceEquals(root, logger))
        {
            yield return root;
        }
    }

    private List<Value> HandlersOf(HeapObject logger, SyntaxNode node)
    {
        var all = new List<Value>();
        foreach (var asked in LoggersFrom(logger))
        {
            AddHandlersOf(asked, all, node);
            if (asked.Get(SlotKey.Attribute("propagate")) is { Kind: ValueKind.Bool, Number: { High: 0 } })
            {
                break;
            }
        }

        return all;
    }

    /// <summary><c>isEnabledFor(level)</c> and <c>getEffectiveLevel()</c>.</summary>
    private Value AskLevel(string method, HeapObject logger, CallArguments arguments, SyntaxNode node)
    {
        var least = LevelOfLogger(logger);
        if (method is "getEffectiveLevel")
        {
            return least is { } known ? Value.OfInt(known) : NewInt(new Quantity(0, CriticalLevel), node);
        }

        RememberLevels(logger, node);
        return OfTruth(LevelOf(arguments[0]) is { } asked && least is { } most ? asked >= most : null);
    }

    private void AddHandlersOf(HeapObject logger, List<Value> into, SyntaxNode node)
    {
        var handlers = logger.Get(SlotKey.Attribute("handlers"));
        if (handlers.Reference is not { IsSummary: false } list)
        {
            return;
        }

        if (IsExact && ItemsOf(handlers, node) is { } items)
        {
            into.AddRange(items.Where(static item => item.Reference is not null));
        }
        else if (list.GetMeta(Meta.Length).Low > 0 && ElementOf(handlers) is { Kind: ValueKind.Object, Reference: not null } one)
        {
            into.Add(one);
        }
    }

    private Value NewRecord(string method, HeapObject logger, long level, CallArguments arguments, int start, SyntaxNode node)
    {
        if (Models.FindType("logging.LogRecord") is not { } type)
        {
            return Value.Unknown;
        }

        var record = _heap.Allocate(type.Storage, node, _frame.Context, type);
        void Say(string name, Value value) => _heap.Set(record, SlotKey.Attribute(name), value);
        Say("name", logger.Get(SlotKey.Attribute("name")));
        Say("msg", arguments[start]);
        Say("args", arguments.Positional.Count > start + 1 ? Value.Of(NewTuple([.. arguments.Positional.Skip(start + 1)], node)) : Value.None);
        Say("levelno", Value.OfInt(level));
        Say("levelname", Value.OfText(level switch { 10 => "DEBUG", 20 => "INFO", WarningLevel => "WARNING", ErrorLevel => "ERROR", CriticalLevel => "CRITICAL", _ => "Level " + level.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        var wantsException = method is "exception" || arguments.Find("exc_info") is { Kind: ValueKind.Bool, Number: { Low: 1 } };
        Say("exc_info", wantsException ? ExceptionInfo(node) : Value.None);
        return Value.Of(record);
    }

    private void Handle(HeapObject target, Value record, long level, SyntaxNode node)
    {
        if (target.Kind == ObjectKind.Instance)
        {
            var handler = Value.Of(target);
            _ = CallSpecial(handler, "handle", record, node) ?? CallSpecial(handler, "emit", record, node);
            return;
        }

        switch ((target.Payload as TypeModel)?.QualifiedName)
        {
            case "logging.handlers.MemoryHandler":
                Buffer(target, record, level, node);
                break;
            case "logging.StreamHandler" when target.Get(SlotKey.Attribute("stream")) is { Reference: { } stream }:
                CallMethod(Value.Of(stream), "write", new CallArguments([Concatenate(FormatRecord(target, record, node), Value.OfText("\n"), node)], []), node);
                break;
            default:
                break;
        }
    }

    /// <summary>A MemoryHandler hands on what it has when it is full, or the message is an error; without a target it keeps all.</summary>
    private void Buffer(HeapObject handler, Value record, long level, SyntaxNode node)
    {
        if (handler.Get(SlotKey.Attribute("buffer")).Reference is not { } buffer)
        {
            return;
        }

        var target = handler.Get(SlotKey.Attribute("target"));
        if (target.Reference is not { } receiver)
        {
            if (target.IsAbsent || target.Kind == ValueKind.None)
            {
                Add(buffer, record, node, "append");
            }

            return;
        }

        if (!IsExact)
        {
            return;
        }

        Add(buffer, record, node, "append");
        var capacity = handler.Get(SlotKey.Attribute("capacity"));
        if (capacity is not { Kind: ValueKind.Int, Number.IsExact: true } || buffer.Contents is not ItemContents items)
        {
            NotDetermined();
            return;
        }

        var most = handler.Get(SlotKey.Attribute("flushLevel"));
        if (items.Count >= capacity.Number.Low || level >= (LevelOf(most) ?? ErrorLevel))
        {
            HandOver(buffer, items, receiver, node);
        }
    }

    private void HandOver(HeapObject buffer, ItemContents items, HeapObject receiver, SyntaxNode node)
    {
        foreach (var kept in CopyOfItems(items))
        {
            if (LevelOf(kept.Reference?.Get(SlotKey.Attribute("levelno")) ?? Value.Absent) is { } level)
            {
                Handle(receiver, kept, level, node);
            }
        }

        Clear(buffer);
    }

    /// <summary><c>MemoryHandler.flush()</c>: without a target there is nobody to whom the records could go, and they stay.</summary>
    private void FlushRecords(HeapObject handler, SyntaxNode node)
    {
        var target = handler.Get(SlotKey.Attribute("target"));
        if (handler.Get(SlotKey.Attribute("buffer")).Reference is not { } buffer || target.IsAbsent || target.Kind == ValueKind.None)
        {
            return;
        }

        if (buffer.Contents is ItemContents items && target.Reference is { } receiver)
        {
            HandOver(buffer, items, receiver, node);
            return;
        }

        Clear(buffer);
    }

    /// <summary><c>record.getMessage()</c>.</summary>
    private Value MessageOf(HeapObject record, SyntaxNode node)
    {
        var message = record.Get(SlotKey.Attribute("msg"));
        if (message.IsAbsent)
        {
            return Value.Unknown;
        }

        var text = IsText(message) ? message : Stringify(message, node, isRepr: false);
        return record.Get(SlotKey.Attribute("args")) is { Kind: ValueKind.Object } values ? Combine(BinaryOperator.Mod, text, values, node) : text;
    }

    /// <summary><c>handler.format(record)</c>, with the handler's formatter where it has one.</summary>
    private Value FormatRecord(HeapObject handler, Value record, SyntaxNode node)
    {
        if (record.Reference is not { } source)
        {
            return Value.Unknown;
        }

        var message = MessageOf(source, node);
        var formatter = handler.Get(SlotKey.Attribute("formatter"));
        if (formatter.Reference is { Kind: ObjectKind.Instance } && CallSpecial(formatter, "format", record, node) is { } own)
        {
            return own;
        }

        return formatter.Reference is { } library ? FormatBy(library, source, message, node) : message;
    }

    private Value FormatBy(HeapObject formatter, HeapObject record, Value message, SyntaxNode node)
    {
        var format = formatter.Get(SlotKey.Attribute("_fmt"));
        if (!IsText(format))
        {
            return message;
        }

        var names = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        SetKey(names, Value.OfText("message"), message, node, isLiteral: true);
        SetKey(names, Value.OfText("asctime"), NewText(SomeTime, node), node, isLiteral: true);
        foreach (var name in (string[])["name", "levelname", "levelno"])
        {
            SetKey(names, Value.OfText(name), record.Get(SlotKey.Attribute(name)), node, isLiteral: true);
        }

        return Combine(BinaryOperator.Mod, format, Value.Of(names), node);
    }
}
