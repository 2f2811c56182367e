using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Dicts and sets whose entries are known one by one.</summary>
internal sealed partial class Evaluator
{
    private void PutEntry(HeapObject container, EntryContents entries, Value key, Value value, SyntaxNode node, string operation)
    {
        var identity = RequireKey(key);
        if (entries.Holds(identity))
        {
            if (container.Kind == ObjectKind.Dict)
            {
                Leave(entries.ValueOf(identity), value);
                entries.Put(identity, key, value);
            }

            return;
        }

        entries.Put(identity, key, value);
        _heap.NoteCopied(1);
        Grow(container, Quantity.One, node, operation);
        if (container.Kind == ObjectKind.Dict && !IsText(key))
        {
            _heap.SetMeta(container, Meta.MixedKeys, Quantity.One);
        }
    }

    private (Value Key, Value Value) RemoveEntry(HeapObject container, EntryContents entries, in ExactKey identity)
    {
        _growths.Releases(container);
        NoteHighWater(container);
        _heap.AddMeta(container, Meta.Length, -1);
        var (key, value) = entries.Remove(identity);
        Leave(value, Value.Absent);
        return (key, value.IsAbsent ? Value.None : value);
    }

    /// <summary>dict.popitem, OrderedDict.popitem(last).</summary>
    private Value PopEntry(HeapObject dict, EntryContents entries, Value last, SyntaxNode node)
    {
        if (entries.Count == 0)
        {
            return RaiseNew("KeyError", Value.OfText(IsOrdered(dict) ? "dictionary is empty" : "popitem(): dictionary is empty"), node);
        }

        var isLast = last.IsAbsent || Truth(last, node) != false;
        var key = entries.At(isLast ? entries.Count - 1 : 0).Key;
        var (_, value) = RemoveEntry(dict, entries, RequireKey(key));
        return Value.Of(NewTuple([key, value], node));
    }

    private void CopyEntries(EntryContents from, HeapObject to, SyntaxNode node)
    {
        if (to is { Kind: ObjectKind.Dict, Payload: null, Contents: EntryContents { Count: 0 } into } && from.Count > 0)
        {
            CopyAllEntries(from, to, into, node);
            return;
        }

        for (var i = 0; i < from.Count; i++)
        {
            NoteCopied(1);
            var (key, value) = from.At(i);
            SetKey(to, key, value, node, isLiteral: false);
        }
    }

    /// <summary>An empty dict takes all entries of another at once: none of them has to be looked for.</summary>
    private void CopyAllEntries(EntryContents from, HeapObject to, EntryContents into, SyntaxNode node)
    {
        const int EntriesPerStep = 4;
        _budget.Step(1 + (from.Count / EntriesPerStep));
        if (into.CopyAll(from))
        {
            _heap.SetMeta(to, Meta.MixedKeys, Quantity.One);
        }

        Grow(to, from.Count, node, "item assignment");
    }

    /// <summary>One of the pairs that a dict is made or updated from (PyDict_MergeFromSeq2 in Objects/dictobject.c).</summary>
    private void SetPair(HeapObject dict, Value pair, SyntaxNode node)
    {
        if (pair.Kind is ValueKind.Int or ValueKind.Float or ValueKind.Bool or ValueKind.None)
        {
            RaiseNew("TypeError", Value.Unknown, node);
            return;
        }

        if (DrawItems(pair, node) is not { } parts)
        {
            if (_afterCall == Completion.Normal)
            {
                throw new NotDeterminedException();
            }

            return;
        }

        if (parts.Count != 2)
        {
            RaiseNew("ValueError", Value.Unknown, node);
            return;
        }

        SetKey(dict, parts[0], parts[1], node, isLiteral: false);
    }

    /// <summary>What a view shows.</summary>
    private HeapObject ListEntries(HeapObject dict, EntryContents entries, string name, SyntaxNode node)
    {
        Value Show(int index)
        {
            if (index >= entries.Count)
            {
                return Value.Absent;
            }

            var (key, value) = entries.At(index);
            return name switch
            {
                "keys" => key,
                "values" => value,
                _ => Value.Of(NewTuple([key, value], node)),
            };
        }

        // Who looks for the oldest entry sees one of them.
        NoteDrawn(entries.Count);
        var view = _heap.Allocate(ObjectKind.List, node, _frame.Context, new DictView(dict, name));
        (view.Contents as ItemContents)?.Defer(entries.Count, Show);
        _heap.SetMeta(view, Meta.Length, entries.Count);
        return view;
    }

    /// <summary>a | b, a &amp; b, a - b, a ^ b of sets; null when they are none that are known.</summary>
    private Value? CombineSets(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (!CombineAsSets(left, right) || ItemsOf(left, node) is not { } mine || ItemsOf(right, node) is not { } theirs)
        {
            return null;
        }

        return CombineSets(operation, mine, theirs, node);
    }

    private Value CombineSets(BinaryOperator operation, List<Value> mine, List<Value> theirs, SyntaxNode node)
    {
        var (first, second) = (new HashSet<ExactKey>(mine.Count), new HashSet<ExactKey>(theirs.Count));
        _budget.Step(1 + mine.Count + theirs.Count);
        first.UnionWith(mine.Select(RequireKey));
        second.UnionWith(theirs.Select(RequireKey));
        IEnumerable<Value> result = operation switch
        {
            BinaryOperator.BitOr => mine.Concat(theirs),
            BinaryOperator.BitAnd => mine.Where(item => second.Contains(RequireKey(item))),
            BinaryOperator.Sub => mine.Where(item => !second.Contains(RequireKey(item))),
            _ => mine.Where(item => !second.Contains(RequireKey(item))).Concat(theirs.Where(item => !first.Contains(RequireKey(item)))),
        };
        return Value.Of(NewSet([.. result], node));
    }

    private HeapObject NewSet(List<Value> items, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Set, node, _frame.Context);
        foreach (var item in items)
        {
            Add(made, item, node, "add");
        }

        return made;
    }
}
