using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>The words of library models that change something.</summary>
internal sealed partial class Evaluator
{
    private Value RunEffect(Word word, ModelNode node, ModelCall call)
    {
        if (word is Word.Settle)
        {
            SettleServices(call.Node);
            return Value.None;
        }

        if (word is Word.Fail)
        {
            _afterCall = Completion.Raise;
            return Value.Unknown;
        }

        var first = Run(node.Parts[0], call);
        switch (word)
        {
            case Word.Call:
                return RunCall(first, node, call);
            case Word.Apply:
                return RunApply(first, node, call);
            case Word.Consume:
                ConsumeAll(first, call.Node);
                return Value.None;
            case Word.Run:
                return Await(first, call.Node);
            case Word.Spawn:
                return Spawn(first, Run(node.Parts[1], call), call.Node);
            case Word.Keep when first.Reference is { } packed:
                _packed[packed] = Run(node.Parts[1], call);
                return Value.None;
            case Word.Scratch:
                NoteScratch(first.Number, call.Node);
                return Value.None;
            case Word.Share:
                ShareArguments(new CallArguments([first], []));
                return Value.None;
            default:
                break;
        }

        if (first.Kind == ValueKind.Union)
        {
            var result = Value.Absent;
            foreach (var alternative in first.Alternatives.ToArray())
            {
                if (alternative.Reference is { } one)
                {
                    Maybe(() => result = Value.Join(result, Change(word, one, node, call)));
                }
            }

            return result;
        }

        return first.Reference is { } target ? Change(word, target, node, call) : Value.Unknown;
    }

    private Value Change(Word word, HeapObject target, ModelNode node, ModelCall call)
    {
        switch (word)
        {
            case Word.Add:
                Add(target, Run(node.Parts[1], call), call.Node, call.Name);
                break;
            case Word.Extend:
                Extend(target, Run(node.Parts[1], call), call.Node);
                break;
            case Word.SetKey:
                SetKey(target, Run(node.Parts[1], call), Run(node.Parts[2], call), call.Node, isLiteral: false);
                break;
            case Word.Take:
                return TakeOrRaise(target, node.Parts.Length > 1 ? Run(node.Parts[1], call) : Value.Absent, call);
            case Word.RemoveKey:
                TakeKey(target, Run(node.Parts[1], call), call.Node, isLiteral: false, mayMiss: true);
                break;
            case Word.Push:
                Push(target, Run(node.Parts[1], call), call);
                break;
            case Word.Heapify when target.Contents is ItemContents heap:
                Heapify(heap, call.Node);
                break;
            case Word.Reorder when target.Contents is not null:
                _heap.Disperse(target);
                break;
            case Word.Reorder or Word.Heapify:
                FlushRecent(_heap, target);
                break;
            case Word.Drop:
                Shrink(target, NumberOf(Run(node.Parts[1], call)));
                break;
            case Word.Clear:
                Clear(target);
                break;
            case Word.Hold:
                Hold(target, Run(node.Parts[1], call), node.Parts.Length > 2 ? NumberOf(Run(node.Parts[2], call)) : Quantity.One);
                break;
            case Word.Grow:
                GrowBytes(target, NumberOf(Run(node.Parts[1], call)), call);
                break;
            case Word.Limit when Run(node.Parts[1], call) is { Kind: ValueKind.Int } limit:
                _heap.Set(target, SlotKey.Attribute(MaxLengthSlot), limit);
                break;
            case Word.Write:
                return WriteInto(target, NumberOf(Run(node.Parts[1], call)), call);
            case Word.Fill:
                var room = NumberOf(Run(node.Parts[1], call)).AtLeastZero();
                SetTable(target, room, room);
                break;
            case Word.Release:
                _growths.Releases(target);
                _heap.SetMeta(target, Meta.Bytes, Quantity.Zero);
                Clear(target);
                break;
            default:
                break;
        }

        return Value.None;
    }

    private Value TakeOrRaise(HeapObject container, Value index, ModelCall call) => IsEmptyForHandler(container, call.Name, call.Node)
        ? RaiseNew(container.Kind == ObjectKind.Set ? "KeyError" : "IndexError", Value.OfText("pop from an empty collection"), call.Node)
        : Take(container, index);

    /// <summary>Nothing can be taken out, and a handler may wait for that.</summary>
    private bool IsEmptyForHandler(HeapObject container, string name, SyntaxNode node) =>
        _tries > 0 && !IsExact && container is { IsSummary: false, Kind: ObjectKind.List or ObjectKind.Deque or ObjectKind.Set } && name is "pop" or "popleft" or "heappop"
        && IsSurelyMissing(container.GetMeta(Meta.Length), container.Kind == ObjectKind.Set ? "KeyError" : "IndexError", node);

    private void Push(HeapObject heap, Value item, ModelCall call)
    {
        Add(heap, item, call.Node, call.Name);
        if (heap.Contents is ItemContents items)
        {
            SiftUp(items, items.Count - 1, call.Node);
        }
    }

    private Value Take(HeapObject container, Value index)
    {
        if (container.Contents is ItemContents heap && index.IsAbsent)
        {
            return TakeLeast(container, heap, container.Site.Node);
        }

        if (container.Kind is ObjectKind.List or ObjectKind.Deque && !index.IsAbsent)
        {
            return TakeItem(container, index);
        }

        var element = ElementOf(Value.Of(container));
        Shrink(container, container.GetMeta(Meta.Length) == Quantity.Zero ? Quantity.Zero : Quantity.One);
        return element;
    }

    /// <summary>A stream of memory grows by what is written behind its end.</summary>
    private Value WriteInto(HeapObject stream, Quantity count, ModelCall call)
    {
        var position = SlotKey.Attribute("position");
        var end = NumberOf(stream.Get(position) is { IsAbsent: false } at ? at : Value.OfInt(0)) + count;
        var length = stream.GetMeta(Meta.Length);
        var grown = CompareNumbers(CompareOperator.LtE, end - length, call.Node) == true ? Quantity.Zero : (end - length).AtLeastZero();
        _heap.Set(stream, position, Value.OfInt(end));
        if (grown.High > 0)
        {
            Grow(stream, grown, call.Node, call.Name);
            FollowLength(stream);
        }

        return Value.OfInt(count);
    }

    /// <summary>An opaque object takes more room.</summary>
    private void GrowBytes(HeapObject target, Quantity bytes, ModelCall call)
    {
        _heap.AddMeta(target, Meta.Bytes, bytes);
        _growths.Grew(target, call.Node, _loop, call.Name, Quantity.One, _frame.Context);
    }

    private Value RunCall(Value function, ModelNode node, ModelCall call)
    {
        if (function.IsAbsent || function.Kind == ValueKind.None)
        {
            return Value.Unknown;
        }

        var arguments = new List<Value>();
        for (var i = 1; i < node.Parts.Length; i++)
        {
            var argument = Run(node.Parts[i], call);
            if (!argument.IsAbsent)
            {
                arguments.Add(argument);
            }
        }

        return Call(function, new CallArguments(arguments, []), call.Node);
    }

    /// <summary>apply(f, args, kwargs): f(*args, **kwargs).</summary>
    private Value RunApply(Value function, ModelNode node, ModelCall call)
    {
        if (function.IsAbsent || function.Kind == ValueKind.None)
        {
            return Value.Unknown;
        }

        var arguments = new List<Value>();
        var starred = node.Parts.Length > 1 ? Run(node.Parts[1], call) : Value.Absent;
        var unknownMore = !starred.IsAbsent && !TryUnpack(starred, arguments, call.Node);
        if (node.Parts.Length > 3)
        {
            unknownMore |= !TryUnpack(Run(node.Parts[3], call), arguments, call.Node);
        }

        var named = new List<(string, Value)>();
        if (node.Parts.Length > 2 && Run(node.Parts[2], call).Reference is { Kind: ObjectKind.Dict } keywords)
        {
            foreach (var slot in keywords.Slots)
            {
                if (slot.Key is { Kind: SlotKind.Key, Name: string name } && !slot.Value.IsAbsent)
                {
                    named.Add((name, slot.Value));
                }
            }
        }

        return Call(function, new CallArguments(arguments, named, unknownMore), call.Node);
    }

    private void ConsumeAll(Value iterable, SyntaxNode node)
    {
        if (iterable.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator })
        {
            IterateInside(node, iterable, static _ => Completion.Normal);
        }
    }
}
