using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// <c>weakref</c> in the exact run: whether somebody still holds an object is looked up when the program asks. CPython lets go of
/// what only a cycle of garbage holds a little later.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>What weak references refer to: not in the heap, where it would be held.</summary>
    private readonly Dictionary<HeapObject, List<(Value Key, Value Value)>> _weak = [];

    private readonly HashSet<Registers> _waiting = [];

    private Value? CallWeakMethod(HeapObject target, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (type.QualifiedName)
        {
            case "weakref.ref" or "weakref.WeakMethod":
                return CallReference(target, name, arguments, node);
            case "weakref.WeakSet" or "weakref.WeakKeyDictionary" or "weakref.WeakValueDictionary":
                var entries = EntriesOf(target);
                var isSet = type.QualifiedName is "weakref.WeakSet";
                return name is "__iter__" or "__len__" or "keys" or "values" or "items" or "copy"
                    ? ListAlive(LiveEntries(target, entries, type), name, node)
                    : isSet ? CallWeakSetMethod(target, entries, type, name, arguments, node)
                    : CallWeakDictMethod(target, entries, type, name, arguments, node);
            default:
                return null;
        }
    }

    private List<(Value Key, Value Value)> EntriesOf(HeapObject target)
    {
        if (!_weak.TryGetValue(target, out var entries))
        {
            _weak.Add(target, entries = []);
        }

        return entries;
    }

    private Value? CallReference(HeapObject reference, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "ref" or "WeakMethod":
                EntriesOf(reference).Add((arguments[0], Value.Absent));
                return null;
            case "__call__" when EntriesOf(reference) is [var (held, _)]:
                // A bound method is an object that nobody else holds; a WeakMethod goes by its receiver.
                return held.Reference is { Payload: BoundMethodValue { Receiver.Reference: { } receiver } }
                    ? reference.Payload is TypeModel { QualifiedName: "weakref.WeakMethod" } && FindAlive([receiver]).Contains(receiver) ? held : Value.None
                    : held.Reference is { } target && FindAlive([target]).Contains(target) ? held : Value.None;
            default:
                return null;
        }
    }

    private List<(Value Key, Value Value)> LiveEntries(HeapObject table, List<(Value Key, Value Value)> entries, TypeModel type)
    {
        var isByValue = type.QualifiedName is "weakref.WeakValueDictionary";
        var wanted = new List<HeapObject>();
        foreach (var (key, value) in entries)
        {
            if ((isByValue ? value : key).Reference is { } target)
            {
                wanted.Add(target);
            }
        }

        var alive = FindAlive(wanted);
        foreach (var (key, value) in entries.Where(entry => (isByValue ? entry.Value : entry.Key).Reference is not { } target || !alive.Contains(target)).ToList())
        {
            LetGo(table, key);
            entries.Remove((key, value));
        }

        return entries;
    }

    private void LetGo(HeapObject table, Value key)
    {
        if (key.Reference is { } holder)
        {
            _heap.Set(holder, WeakSlot(table), Value.Absent);
        }
    }

    /// <summary>The value of a WeakKeyDictionary lives as long as its key.</summary>
    private static SlotKey WeakSlot(HeapObject table) => new(SlotKind.Attribute, table.Birth, "<weak>");

    private Value ListAlive(List<(Value Key, Value Value)> entries, string name, SyntaxNode node)
    {
        if (name is "__len__")
        {
            return Value.OfInt(entries.Count);
        }

        var items = entries.ConvertAll(entry => name switch
        {
            "values" => entry.Value,
            "items" => Value.Of(NewTuple([entry.Key, entry.Value], node)),
            _ => entry.Key,
        });
        var list = Value.Of(NewList([.. items], items.Count, node));
        return name is "copy" ? list : Value.Of(MakeIterator(list, node));
    }

    private int FindWeak(List<(Value Key, Value Value)> entries, Value key, SyntaxNode node)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            _budget.Step();
            if (RequireEqual(entries[i].Key, key, node))
            {
                return i;
            }
        }

        return -1;
    }

    private Value? CallWeakSetMethod(HeapObject set, List<(Value Key, Value Value)> entries, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "WeakSet" or "update" when !arguments[0].IsAbsent:
                foreach (var item in RequireItems(arguments[0], node))
                {
                    CallWeakSetMethod(set, entries, type, "add", new CallArguments([item], []), node);
                }

                return null;
            case "add":
                if (FindWeak(entries, arguments[0], node) < 0)
                {
                    entries.Add((arguments[0], Value.Absent));
                }

                return Value.None;
            case "discard" or "remove":
                var at = FindWeak(LiveEntries(set, entries, type), arguments[0], node);
                if (at < 0)
                {
                    return name is "discard" ? Value.None : RaiseNew("KeyError", arguments[0], node);
                }

                entries.RemoveAt(at);
                return Value.None;
            case "__contains__":
                return Value.OfBool(FindWeak(LiveEntries(set, entries, type), arguments[0], node) >= 0);
            case "clear":
                entries.Clear();
                return Value.None;
            default:
                return null;
        }
    }

    private Value? CallWeakDictMethod(HeapObject table, List<(Value Key, Value Value)> entries, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is "clear")
        {
            entries.ForEach(entry => LetGo(table, entry.Key));
            entries.Clear();
            return Value.None;
        }

        if (name is not ("__setitem__" or "setdefault" or "__getitem__" or "__delitem__" or "__contains__" or "get" or "pop"))
        {
            return null;
        }

        var at = FindWeak(LiveEntries(table, entries, type), arguments[0], node);
        switch (name)
        {
            case "__setitem__" when Reaches(arguments[1], arguments[0]):
                PutWeak(table, entries, at, type, arguments);
                return null;
            case "__setitem__" or "setdefault" when name is "__setitem__" || at < 0:
                PutWeak(table, entries, at, type, arguments);
                return name is "setdefault" ? arguments[1] : Value.None;
            case "__contains__":
                return Value.OfBool(at >= 0);
            case "get" when at < 0:
                return arguments[1].IsAbsent ? Value.None : arguments[1];
            case "pop" when at < 0 && !arguments[1].IsAbsent:
                return arguments[1];
            case { } when at < 0:
                return RaiseNew("KeyError", arguments[0], node);
            case "pop" or "__delitem__":
                var value = entries[at].Value;
                LetGo(table, entries[at].Key);
                entries.RemoveAt(at);
                return name is "pop" ? value : Value.None;
            default:
                return entries[at].Value;
        }
    }

    private void PutWeak(HeapObject table, List<(Value Key, Value Value)> entries, int at, TypeModel type, CallArguments arguments)
    {
        var entry = (at < 0 ? arguments[0] : entries[at].Key, arguments[1]);
        if (at < 0)
        {
            entries.Add(entry);
        }
        else
        {
            entries[at] = entry;
        }

        if (type.QualifiedName is "weakref.WeakKeyDictionary" && entry.Item1.Reference is { } holder)
        {
            _heap.Set(holder, WeakSlot(table), arguments[1]);
        }
    }

    /// <summary>Which of some objects the program can still reach.</summary>
    private HashSet<HeapObject> FindAlive(List<HeapObject> wanted)
    {
        const int VisitsPerStep = 8;
        var search = new LifeSearch(wanted);
        search.Enter(_frame);
        foreach (var other in _waiting)
        {
            search.Enter(other.Frame);
            search.EnterAll(other.Temporaries);
        }

        search.EnterAll(_temporaries);
        search.Enter(ModuleFrame);
        search.Enter(_thread);
        search.Run();
        _budget.Step(1 + (search.Visits / VisitsPerStep));
        return search.Found;
    }
}
