using System.Globalization;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Context variables in the exact run. A context refers to a table of values that never changes: who sets a variable gets another
/// table, so that a copy of a context costs nothing and keeps all that was set when it was made.
/// </summary>
internal sealed partial class Evaluator
{
    private const string ValuesSlot = "<values>";
    private const string OldValueSlot = "old_value";

    /// <summary>The context of the strand that runs; null before anything was set in it.</summary>
    private HeapObject? _context;

    private static SlotKey ValueOfVariable(HeapObject variable) => SlotKey.Attribute("=" + variable.Birth.ToString(CultureInfo.InvariantCulture));

    private static SlotKey VariableItself(HeapObject variable) => SlotKey.Attribute("<" + variable.Birth.ToString(CultureInfo.InvariantCulture));

    private static HeapObject? ValuesOf(HeapObject? context) => context?.Get(SlotKey.Attribute(ValuesSlot)).Reference;

    private HeapObject CopyContext(HeapObject? context, SyntaxNode node)
    {
        var copy = NewLibraryObject("contextvars.Context", node);
        if (ValuesOf(context) is { } values)
        {
            _heap.Set(copy, SlotKey.Attribute(ValuesSlot), Value.Of(values));
        }

        return copy;
    }

    private void SetVariable(HeapObject variable, Value value, SyntaxNode node)
    {
        // PyHamtObject and one bitmap node of CPython 3.11, the collector's headers included.
        const long Table = 104;
        const long Entry = 16;
        var made = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context);
        var own = ValueOfVariable(variable);
        var count = 0;
        var before = ValuesOf(_context)?.Slots.ToArray() ?? [];
        _budget.Step(1 + before.Length);
        foreach (var slot in before)
        {
            if (slot.Key.Kind == SlotKind.Attribute && !slot.Value.IsAbsent && !slot.Key.Equals(own) && !slot.Key.Equals(VariableItself(variable)))
            {
                _heap.Set(made, slot.Key, slot.Value);
                count++;
            }
        }

        if (!value.IsAbsent)
        {
            _heap.Set(made, own, value);
            _heap.Set(made, VariableItself(variable), Value.Of(variable));
            count += 2;
        }

        _heap.SetMeta(made, Meta.Bytes, new Quantity(Table + (Entry * count / 2), Table + (Entry * count / 2)));
        _context ??= CopyContext(null, node);
        _heap.Set(_context, SlotKey.Attribute(ValuesSlot), Value.Of(made));
    }

    private static Value ReadVariable(HeapObject? context, HeapObject variable) => ValuesOf(context)?.Get(ValueOfVariable(variable)) ?? Value.Absent;

    private Value? CallVariableMethod(HeapObject variable, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "get":
                var value = ReadVariable(_context, variable);
                value = !value.IsAbsent ? value : Argument(arguments, 0, "default") is { IsAbsent: false } given ? given : variable.Get(SlotKey.Attribute("_value"));
                return value.IsAbsent ? RaiseNew("LookupError", Value.Of(variable), node) : value;
            case "set":
                var token = NewLibraryObject("contextvars.Token", node);
                _heap.Set(token, SlotKey.Attribute("var"), Value.Of(variable));
                if (ReadVariable(_context, variable) is { IsAbsent: false } old)
                {
                    _heap.Set(token, SlotKey.Attribute(OldValueSlot), old);
                }

                KeepAlive(Value.Of(token));
                SetVariable(variable, arguments[0], node);
                return Value.Of(token);
            case "reset" when arguments[0].Reference is { } taken:
                SetVariable(variable, taken.Get(SlotKey.Attribute(OldValueSlot)), node);
                return Value.None;
            default:
                return null;
        }
    }

    private Value? CallContextMethod(HeapObject context, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "run":
                var outer = _context;
                _context = context;
                var result = Call(arguments[0], arguments with { Positional = [.. arguments.Positional.Skip(1)] }, node);
                _context = outer;
                return result;
            case "copy":
                return Value.Of(CopyContext(context, node));
            case "get" when arguments[0].Reference is { } variable:
                return ReadVariable(context, variable) is { IsAbsent: false } held ? held : arguments[1].IsAbsent ? Value.None : arguments[1];
            case "__getitem__" when arguments[0].Reference is { } variable:
                return ReadVariable(context, variable) is { IsAbsent: false } item ? item : RaiseNew("KeyError", arguments[0], node);
            default:
                return null;
        }
    }
}
