using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Metaclasses, and classes that a call makes.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The class that a metaclass is about to make: what <c>super().__new__</c> gives.</summary>
    private HeapObject? _classInConstruction;

    private static HeapObject? MetaclassOf(ClassValue definition, List<(string Name, Value Value)> keywords)
    {
        foreach (var (name, value) in keywords)
        {
            if (name is "metaclass" && value.Reference is { Payload: ClassValue } given)
            {
                return given;
            }
        }

        foreach (var parent in definition.Bases)
        {
            if (parent.Payload is ClassValue { Metaclass: { } inherited })
            {
                return inherited;
            }
        }

        return null;
    }

    private void CallMetaclass(HeapObject metaclass, HeapObject type, ClassValue definition, List<(string Name, Value Value)> keywords, SyntaxNode node)
    {
        var named = keywords.Where(static keyword => keyword.Name is not "metaclass").ToList();
        Value Bases() => Value.Of(NewTuple([.. definition.Bases.Select(Value.Of)], node));

        if (FindInClass(metaclass, "__new__") is { Payload: FunctionValue maker } constructor)
        {
            var outer = _classInConstruction;
            _classInConstruction = type;
            CallFunction(constructor, maker, new CallArguments([Value.Of(metaclass), Value.OfText(definition.Name), Bases(), Value.Of(NamespaceCopy(type, node))], named), node);
            _classInConstruction = outer;
        }

        if (FindInClass(metaclass, "__init__") is { Payload: FunctionValue initializer } function)
        {
            CallFunction(function, initializer, new CallArguments([Value.Of(type), Value.OfText(definition.Name), Bases(), Value.Of(NamespaceCopy(type, node))], named), node);
        }
    }

    /// <summary>The names of a class body as the dict that a metaclass is given.</summary>
    private HeapObject NamespaceCopy(HeapObject type, SyntaxNode node)
    {
        var names = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        for (var i = 0; i < type.Slots.Length; i++)
        {
            var slot = type.Slots[i];
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !slot.Value.IsAbsent && !name.StartsWith('<'))
            {
                SetKey(names, Value.OfText(name), slot.Value, node, isLiteral: true);
            }
        }

        return names;
    }

    /// <summary><c>object.__new__(type)</c>, or <c>type.__new__</c> as a metaclass calls it.</summary>
    private Value NewByType(HeapObject type, CallArguments arguments, SyntaxNode node)
    {
        if (IsMetaclass(type))
        {
            return _classInConstruction is { } waiting ? Value.Of(waiting) : MakeClass(arguments with { Positional = [.. arguments.Positional.Skip(1)] }, type, node);
        }

        return Value.Of(NewInstance(type, arguments with { Positional = [.. arguments.Positional.Skip(1)] }, node));
    }

    private static bool IsMetaclass(HeapObject type) => type.Payload is ClassValue definition && (definition.DerivesFromKnown("type") || definition.DerivesFromKnown("abc.ABCMeta"));

    /// <summary><c>type(name, bases, namespace)</c>, or a call of a metaclass.</summary>
    private Value MakeClass(CallArguments arguments, HeapObject? metaclass, SyntaxNode node)
    {
        var bases = new List<Value>();
        TryUnpack(arguments[1], bases, node);
        var keywords = arguments.Named.ToList();
        if (metaclass is not null)
        {
            keywords.Add(("metaclass", Value.Of(metaclass)));
        }

        var created = NewClass(node, KnownText(arguments[0]) ?? string.Empty, bases, keywords);
        _heap.Set(created, SlotKey.Attribute("__name__"), arguments[0]);
        var names = new List<(string Name, Value Value)>();
        TryUnpackMapping(arguments[2], names);
        foreach (var (name, value) in names)
        {
            SetClassAttribute(created, name, value);
        }

        FinishClass(created, keywords, node);
        return Value.Of(created);
    }
}
