using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Classes and their instances.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestHierarchy = 32;

    private Value DefineClass(ClassDef definition)
    {
        var bases = new List<HeapObject>();
        var known = new List<string>();
        var unknown = false;
        foreach (var expression in definition.Bases)
        {
            var value = Evaluate(expression);
            if (value.Reference is { Payload: ClassValue } parent)
            {
                bases.Add(parent);
            }
            else if (value.Thing is { } thing)
            {
                known.Add(thing.QualifiedName);
            }

            unknown |= value.Reference is null && value.Thing is not { QualifiedName: "object" };
        }

        var created = _heap.Allocate(ObjectKind.Class, definition, _frame.Context, new ClassValue(definition, bases, known, unknown));
        RunClassBody(definition, created);
        _classes.Add(created);
        var result = Value.Of(created);
        for (var i = definition.Decorators.Length - 1; i >= 0; i--)
        {
            var decorated = Call(Evaluate(definition.Decorators[i]), new CallArguments([result], []), definition.Decorators[i]);
            result = decorated.IsUnknown ? result : decorated;
        }

        return result;
    }

    private void RunClassBody(ClassDef definition, HeapObject created)
    {
        var outer = _frame;
        _frame = NewFrame(_scopes.GetScope(definition), definition, outer, outer, outer.Context);
        ExecuteBody(definition.Body);
        foreach (var symbol in _frame.Scope.Symbols)
        {
            var value = _frame.Storage.Locals[symbol.Index].Value;
            if (value.IsAbsent)
            {
                continue;
            }

            _heap.Set(created, SlotKey.Attribute(symbol.Name), value);
            if (value.Reference is { Payload: FunctionValue } method)
            {
                _heap.Set(method, SlotKey.Attribute(DefiningClassSlot), Value.Of(created));
            }
            else if (value.Reference is { Kind: ObjectKind.Instance } descriptor)
            {
                CallSpecial(value, "__set_name__", new CallArguments([Value.Of(created), Value.OfText(symbol.Name)], []), descriptor.Site.Node);
            }
        }

        _frame = outer;
    }

    private Value Instantiate(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        var made = FindInClass(type, "__new__") is { Payload: FunctionValue maker } constructor
            ? CallFunction(constructor, maker, arguments with { Positional = [Value.Of(type), .. arguments.Positional] }, node)
            : Value.Of(_heap.Allocate(KindOfInstances(type, 0), node, _frame.Context, type));
        if (made.Reference is not { } instance || !ReferenceEquals(ClassOf(instance), type))
        {
            return made;
        }

        if (FindInClass(type, "__init__") is { Payload: FunctionValue initializer } function)
        {
            CallFunction(function, initializer, arguments with { Positional = [made, .. arguments.Positional] }, node);
        }
        else if (instance.Kind != ObjectKind.Instance && arguments.Positional.Count > 0)
        {
            Extend(instance, arguments[0], node);
        }

        return made;
    }

    /// <summary>Instances of a class that derives from a built-in container are such containers.</summary>
    private static ObjectKind KindOfInstances(HeapObject type, int depth)
    {
        if (depth > DeepestHierarchy || type.Payload is not ClassValue definition)
        {
            return ObjectKind.Instance;
        }

        foreach (var name in definition.KnownBases)
        {
            switch (name)
            {
                case "dict" or "collections.OrderedDict" or "collections.defaultdict" or "collections.Counter":
                    return ObjectKind.Dict;
                case "list":
                    return ObjectKind.List;
                case "set":
                    return ObjectKind.Set;
                case "collections.deque":
                    return ObjectKind.Deque;
                default:
                    break;
            }
        }

        foreach (var parent in definition.Bases)
        {
            if (KindOfInstances(parent, depth + 1) is var kind and not ObjectKind.Instance)
            {
                return kind;
            }
        }

        return ObjectKind.Instance;
    }

    /// <summary>The class of an instance, when the program defines it.</summary>
    private static HeapObject? ClassOf(HeapObject target) =>
        target.Kind is ObjectKind.Class or ObjectKind.Growth ? null : target.Payload as HeapObject;

    private static HeapObject? FindInClass(HeapObject type, string name) => FindAttributeInClass(type, name, 0).Reference;

    private static Value FindAttributeInClass(HeapObject type, string name, int depth)
    {
        var own = type.Get(SlotKey.Attribute(name));
        if (!own.IsAbsent || depth > DeepestHierarchy || type.Payload is not ClassValue definition)
        {
            return own;
        }

        foreach (var parent in definition.Bases)
        {
            var inherited = FindAttributeInClass(parent, name, depth + 1);
            if (!inherited.IsAbsent)
            {
                return inherited;
            }
        }

        return Value.Absent;
    }

    /// <summary>Calls a special method of an instance's class; null when there is none.</summary>
    private Value? CallSpecial(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        if (receiver.Reference is not { } target || ClassOf(target) is not { } type || FindInClass(type, name) is not { Payload: FunctionValue definition } function)
        {
            return null;
        }

        return CallFunction(function, definition, arguments with { Positional = [receiver, .. arguments.Positional] }, node);
    }
}
