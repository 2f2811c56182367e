using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Classes, instances and attributes.</summary>
internal sealed partial class Evaluator
{
    private Value DefineClass(ClassDef definition)
    {
        var bases = new List<HeapObject>();
        var unknown = false;
        foreach (var expression in definition.Bases)
        {
            var value = Evaluate(expression);
            if (value.Reference is { Payload: ClassValue } known)
            {
                bases.Add(known);
            }
            else
            {
                unknown |= value.Thing is not { QualifiedName: "object" };
            }
        }

        var created = _heap.Allocate(ObjectKind.Class, definition, _frame.Context, new ClassValue(definition, bases, unknown));
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
            if (!value.IsAbsent)
            {
                _heap.Set(created, SlotKey.Attribute(symbol.Name), value);
            }
        }

        _frame = outer;
    }

    private Value Instantiate(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        var instance = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, type);
        if (FindInClass(type, "__init__") is { Payload: FunctionValue initializer } function)
        {
            CallFunction(function, initializer, arguments with { Positional = [Value.Of(instance), .. arguments.Positional] }, node);
        }

        return definition.HasUnknownBase && FindInClass(type, "__init__") is null ? Value.Join(Value.Of(instance), Value.Of(instance)) : Value.Of(instance);
    }

    private static HeapObject? FindInClass(HeapObject type, string name) => FindAttributeInClass(type, name, 0).Reference;

    private static Value FindAttributeInClass(HeapObject type, string name, int depth)
    {
        const int DeepestHierarchy = 32;
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

    private Value GetAttribute(Value owner, string name, SyntaxNode node)
    {
        switch (owner.Kind)
        {
            case ValueKind.Known when owner.Thing is { } thing:
                return Value.Of(new KnownThing(thing.QualifiedName + "." + name));
            case ValueKind.Union:
                var joined = Value.Absent;
                foreach (var alternative in owner.Alternatives.ToArray())
                {
                    joined = Value.Join(joined, GetAttribute(alternative, name, node));
                }

                return joined;
            case ValueKind.Text or ValueKind.ByteText:
                return NewBoundMethod(owner, function: null, name, node);
            case ValueKind.Object when owner.Reference is { } target:
                return GetAttributeOf(target, name, node);
            default:
                return Value.Unknown;
        }
    }

    private Value GetAttributeOf(HeapObject target, string name, SyntaxNode node)
    {
        switch (target.Kind)
        {
            case ObjectKind.Instance when target.Payload is HeapObject type:
                var own = target.Get(SlotKey.Attribute(name));
                return own.IsAbsent ? BindToInstance(FindAttributeInClass(type, name, 0), target, type, name, node) : own;
            case ObjectKind.Class:
                var attribute = FindAttributeInClass(target, name, 0);
                return attribute.IsAbsent ? Value.Unknown : attribute;
            case ObjectKind.Function:
                var stored = target.Get(SlotKey.Attribute(name));
                return stored.IsAbsent ? Value.Unknown : stored;
            default:
                return NewBoundMethod(Value.Of(target), function: null, name, node);
        }
    }

    private Value BindToInstance(Value found, HeapObject instance, HeapObject type, string name, SyntaxNode node)
    {
        if (found.Reference is not { Payload: FunctionValue definition } function)
        {
            return found.IsAbsent ? Value.Unknown : found;
        }

        return function.Get(SlotKey.Attribute(DecoratedSlot)).Text switch
        {
            "staticmethod" => found,
            "classmethod" => NewBoundMethod(Value.Of(type), function, name, node),
            "property" => CallFunction(function, definition, new CallArguments([Value.Of(instance)], []), node),
            _ => NewBoundMethod(Value.Of(instance), function, name, node),
        };
    }

    private Value NewBoundMethod(Value receiver, HeapObject? function, string name, SyntaxNode node)
    {
        var method = _heap.Allocate(ObjectKind.BoundMethod, node, _frame.Context, new BoundMethodValue(receiver, function, name));
        _heap.Set(method, SlotKey.Attribute("__self__"), receiver);
        return Value.Of(method);
    }

    private void SetAttribute(Value owner, string name, Value value, SyntaxNode node)
    {
        if (owner.Kind == ValueKind.Union)
        {
            foreach (var alternative in owner.Alternatives.ToArray())
            {
                Maybe(() => SetAttribute(alternative, name, value, node));
            }
        }
        else if (owner.Reference is { } target)
        {
            var key = SlotKey.Attribute(name);
            Leave(target.Get(key), value);
            _heap.Set(target, key, target.IsSummary ? Value.Join(target.Get(key), value) : value);
        }
    }

    /// <summary>Calls a special method of an instance's class; null when there is none.</summary>
    private Value? CallSpecial(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        if (receiver.Reference is not { Kind: ObjectKind.Instance, Payload: HeapObject type } || FindInClass(type, name) is not { Payload: FunctionValue definition } function)
        {
            return null;
        }

        return CallFunction(function, definition, arguments with { Positional = [receiver, .. arguments.Positional] }, node);
    }
}
