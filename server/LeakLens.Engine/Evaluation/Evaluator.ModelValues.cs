using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>The words of library models that make values.</summary>
internal sealed partial class Evaluator
{
    private Value RunMakingWord(Word word, ModelNode node, ModelCall call)
    {
        switch (word)
        {
            case Word.Int:
                return node.Parts.IsEmpty ? NewInt(Quantity.AnyInteger, call.Node) : NewInt(NumberOf(Run(node.Parts[0], call)), call.Node);
            case Word.Float:
                return Value.Of(_heap.Allocate(ObjectKind.Float, call.Node, _frame.Context));
            case Word.Bool:
                return Value.AnyBool;
            case Word.Str:
                return NewStr(NumberOf(Run(node.Parts[0], call)).AtLeastZero(), node.Parts.Length > 1 ? TextOf(Run(node.Parts[1], call)).Kind : StringKind.Ascii, text: null, call.Node);
            case Word.Bytes:
                return Value.Of(_heap.AllocateBytes(call.Node, _frame.Context, NumberOf(Run(node.Parts[0], call)).AtLeastZero()));
            case Word.Items:
                return Value.Of(NewTuple([.. node.Parts.Select(part => Run(part, call))], call.Node));
            case Word.Several or Word.ListOf or Word.TupleOf or Word.SetOf or Word.DictOf:
                return RunRepeatingWord(word, node, call);
            case Word.Opaque:
                return NewOpaque(node, call);
            case Word.New:
                return RunNew(node, call);
            case Word.Copy:
                return ShallowCopy(Run(node.Parts[0], call), call.Node);
            case Word.Deepcopy:
                return DeepCopy(Run(node.Parts[0], call), call.Node);
            case Word.Iterator:
                return Value.Of(MakeIterator(Run(node.Parts[0], call), call.Node));
            case Word.Mapped:
                var function = Value.Of(new KnownThing(node.Parts[0].Name ?? string.Empty));
                return Value.Of(NewStream(IterationKind.Map, [function, Run(node.Parts[1], call)], call.Node));
            default:
                return NewContainer(word, node.Parts.IsEmpty ? Value.Absent : Run(node.Parts[0], call), call.Node);
        }
    }

    private Value NewContainer(Word word, Value source, SyntaxNode node)
    {
        var created = _heap.Allocate(KindOf(word), node, _frame.Context);
        if (word == Word.Bytearray)
        {
            _heap.SetMeta(created, Meta.Length, NumberOf(source));
        }
        else if (!source.IsAbsent)
        {
            Extend(created, source, node);
        }

        return Value.Of(created);
    }

    private static ObjectKind KindOf(Word word) => word switch
    {
        Word.Tuple or Word.TupleOf => ObjectKind.Tuple,
        Word.Set or Word.SetOf => ObjectKind.Set,
        Word.Dict or Word.DictOf => ObjectKind.Dict,
        Word.Deque => ObjectKind.Deque,
        Word.Bytearray => ObjectKind.ByteArray,
        _ => ObjectKind.List,
    };

    private Value NewOpaque(ModelNode node, ModelCall call)
    {
        var bytes = NumberOf(Run(node.Parts[0], call)).AtLeastZero();
        var type = node.Parts.Length > 1 && node.Parts[1].Name is { } name ? Models.FindType(name) : null;
        var made = _heap.Allocate(ObjectKind.Opaque, call.Node, _frame.Context, type);
        _heap.SetMeta(made, Meta.Bytes, bytes);
        return Value.Of(made);
    }

    private Value RunNew(ModelNode node, ModelCall call)
    {
        var arguments = new List<Value>();
        for (var i = 1; i < node.Parts.Length; i++)
        {
            arguments.Add(Run(node.Parts[i], call));
        }

        return node.Parts[0].Name is { } name && Models.FindType(name) is { } type
            ? MakeInstance(type, new CallArguments(arguments, []), call.Node)
            : Value.Unknown;
    }

    /// <summary>list_of(value, count): what the first operand makes is made anew for every item.</summary>
    private Value RunRepeatingWord(Word word, ModelNode node, ModelCall call)
    {
        var birth = _heap.ObjectCount;
        var key = word == Word.DictOf ? Run(node.Parts[0], call) : Value.Absent;
        var value = Run(node.Parts[word == Word.DictOf ? 1 : 0], call);
        var count = NumberOf(Run(node.Parts[^1], call)).AtLeastZero();
        if (word == Word.Several)
        {
            return Replicate(value, count, birth);
        }

        var created = _heap.Allocate(KindOf(word), call.Node, _frame.Context);
        SetTable(created, count, count);
        Hold(created, Replicate(value, count, birth), count);
        if (!key.IsAbsent)
        {
            Hold(created, Replicate(key, count, birth), count);
            _heap.SetMeta(created, Meta.MixedKeys, IsText(key) ? Quantity.Zero : Quantity.One);
        }

        return Value.Of(created);
    }

    /// <summary>As many objects like the given one as the count says, with all that was made together with it.</summary>
    private Value Replicate(Value value, Quantity count, int birth)
    {
        if (value.Reference is not { } example || example.Birth < birth || count == Quantity.One)
        {
            return value;
        }

        var all = _heap.AllocateLike(example, summary: true);
        _heap.SetMeta(all, Meta.Count, count);
        _heap.SetMeta(all, Meta.Bytes, ObjectBytes.Own(example) * count);
        for (var i = 0; i < example.Slots.Length; i++)
        {
            var slot = example.Slots[i];
            var key = slot.Key;
            if (key.Kind == SlotKind.Group && key.Name is HeapObject held)
            {
                var copies = Replicate(Value.Of(held.Resolve()), slot.Value.Number * count, birth);
                Hold(all, copies, slot.Value.Number * count);
            }
            else if (key.Kind is SlotKind.Item or SlotKind.Key)
            {
                Hold(all, Replicate(slot.Value, count, birth), count);
            }
            else if (key.Kind == SlotKind.Attribute)
            {
                _heap.Set(all, key, Replicate(slot.Value, count, birth));
            }
            else if (key.Kind == SlotKind.Meta && (Meta)key.Number is var meta and not (Meta.Count or Meta.Bytes))
            {
                _heap.SetMeta(all, meta, meta is Meta.Length or Meta.HighWater ? slot.Value.Number * count : slot.Value.Number);
            }
        }

        return Value.Of(all);
    }

    private Value RunReadingWord(Word word, ModelNode node, ModelCall call)
    {
        switch (word)
        {
            case Word.Element:
                return ElementOfIterable(Run(node.Parts[0], call), call.Node);
            case Word.Item:
                return ItemOf(Run(node.Parts[0], call), NumberOf(Run(node.Parts[1], call)));
            case Word.Next:
                return TakeNext(Run(node.Parts[0], call), Value.Absent, call.Node);
            case Word.Kept or Word.DeepKept:
                return Unpack(Run(node.Parts[0], call), word, call.Node);
            case Word.GetOrMake:
                return GetOrMake(node, call);
            case Word.Registry:
                return RegistryOf(node.Parts[0].Name ?? string.Empty, node.Parts[1].Name, call.Node);
            default:
                var joined = Value.Absent;
                foreach (var part in node.Parts)
                {
                    joined = Value.Join(joined, Run(part, call));
                }

                return joined;
        }
    }

    private Value GetOrMake(ModelNode node, ModelCall call)
    {
        if (Run(node.Parts[0], call).Reference is not { } registry)
        {
            return Value.Unknown;
        }

        var key = Run(node.Parts[1], call);
        var held = HoldsKey(registry, key, call.Node, Loops.KeyUse.Insert);
        if (held == true)
        {
            return EntryOf(registry, key, isLiteral: false) is { IsAbsent: false } entry ? entry : ElementOf(Value.Of(registry));
        }

        var made = Run(node.Parts[2], call);
        SetKey(registry, key, made, call.Node, isLiteral: false);
        return made;
    }

    private static Value ItemOf(Value container, Quantity index)
    {
        var item = index.IsExact ? container.Reference?.Get(SlotKey.Item(index.Low)) ?? Value.Absent : Value.Absent;
        return item.IsAbsent ? ElementOf(container) : item;
    }

    private Value ElementOfIterable(Value iterable, SyntaxNode node)
    {
        var (count, kind) = CountItems(iterable);
        return kind is null || count.High == 0 ? ElementOf(iterable) : ItemAt(iterable, kind, new Quantity(0, Math.Max(0, count.High - 1)), node);
    }

    /// <summary>What a library keeps for the whole process: it is held under its name, like a name of the module.</summary>
    private Value RegistryOf(string name, string? kind, SyntaxNode node)
    {
        var key = SlotKey.Attribute(name);
        var existing = ModuleFrame.Storage.Get(key);
        if (!existing.IsAbsent)
        {
            return existing;
        }

        var made = _heap.Allocate(string.Equals(kind, "dict", StringComparison.Ordinal) ? ObjectKind.Dict : ObjectKind.List, node, context: 0);
        _heap.Set(ModuleFrame.Storage, key, Value.Of(made));
        return Value.Of(made);
    }
}
