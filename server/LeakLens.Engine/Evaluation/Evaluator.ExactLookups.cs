using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Names and attributes that are not there: NameError, UnboundLocalError, AttributeError.</summary>
internal sealed partial class Evaluator
{
    private const string NotImplementedName = "NotImplemented";

    /// <summary>Built-in names of which nothing is known: they are there, and what they are is not followed.</summary>
    private static readonly HashSet<string> OtherBuiltins = new(StringComparer.Ordinal)
    {
        "Ellipsis", "__annotations__", "__build_class__", "__builtins__", "__debug__", "__doc__", "__file__", "__import__", "__loader__", "__package__", "__spec__", "anext", "breakpoint", "compile",
        "copyright", "credits", "exit", "help", "license", "quit",
    };

    private Value RequireName(Name name)
    {
        var value = GetName(name.Id);
        if (!value.IsUnknown || value.Reference is not null || _afterCall != Completion.Normal)
        {
            return value;
        }

        var (storage, key) = FindPlace(name.Id, forStore: false);
        if (storage?.Get(key) is { IsAbsent: false })
        {
            return value;
        }

        if (name.Id is NotImplementedName)
        {
            return Value.Of(new KnownThing(NotImplementedName));
        }

        return OtherBuiltins.Contains(name.Id) || _frame.Module.IsImported || _hasOpenNames ? value : RaiseNameless(name);
    }

    /// <summary>The names of the module are not all in its text.</summary>
    private bool _hasOpenNames;

    private Value RaiseNameless(Name name)
    {
        var use = _frame.Scope.Find(name.Id)?.Use;
        var isOwn = use is SymbolUse.Local or SymbolUse.Cell && _frame.Scope.IsFunctionLike;
        RaiseText(
            isOwn ? "UnboundLocalError" : "NameError",
            isOwn ? $"cannot access local variable '{name.Id}' where it is not associated with a value"
            : use is SymbolUse.Free ? $"cannot access free variable '{name.Id}' where it is not associated with a value in enclosing scope"
            : $"name '{name.Id}' is not defined",
            name);
        if (Raised.Reference is { } error)
        {
            _heap.Set(error, SlotKey.Attribute("name"), isOwn ? Value.None : Value.OfText(name.Id));
        }

        return Value.Unknown;
    }

    /// <summary>Nobody has the attribute, and all that could have it is known; null when that is not sure.</summary>
    private Value? RaiseAttributeless(HeapObject target, string name, SyntaxNode node)
    {
        var type = target.Kind == ObjectKind.Class ? target : ClassOf(target);
        if (type is { Payload: ClassValue { IsEnum: true, IsEnumOfValues: false } enumeration } && !name.StartsWith('_') && name is not ("name" or "value"))
        {
            return RaiseText("AttributeError", target.Kind == ObjectKind.Class ? name : $"'{enumeration.Name}' object has no attribute '{name}'", node);
        }

        if (type is not { Payload: ClassValue definition } || !IsAllKnown(definition) || ObjectNames.Contains(name) || OtherAttributes.Contains(name))
        {
            return null;
        }

        RaiseText("AttributeError", target.Kind == ObjectKind.Class ? $"type object '{definition.Name}' has no attribute '{name}'" : $"'{definition.Name}' object has no attribute '{name}'", node);
        if (Raised.Reference is { } error)
        {
            _heap.Set(error, SlotKey.Attribute("name"), Value.OfText(name));
            _heap.Set(error, SlotKey.Attribute("obj"), Value.Of(target));
        }

        return Value.Unknown;
    }

    private static readonly HashSet<string> OtherAttributes = new(StringComparer.Ordinal)
    {
        "__abstractmethods__", "__annotations__", "__bases__", "__base__", "__basicsize__", "__mro__", "__name__", "__qualname__", "__subclasses__", "__slots__", "__text_signature__", "mro",
        "__orig_bases__", "__parameters__", "__orig_class__", "__dataclass_fields__", "__dataclass_params__", "__match_args__", "__class_getitem__", "__call__", "__type_params__", "__init__",
    };

    /// <summary>No class that it derives from is one of a library, apart from those that give instances nothing.</summary>
    private static bool IsAllKnown(ClassValue definition)
    {
        foreach (var ancestor in definition.Ancestors)
        {
            if (ancestor.Payload is not ClassValue { Record: not RecordKind.NamedTuple, IsEnum: false } one || one.Metaclass is not null || (one.HasUnknownBase && one.KnownBases.Count == 0) || one.KnownBases.Any(static name => !IsBareBase(name)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBareBase(string name) => name is "object" or "abc.ABC" or "typing.Generic" or "typing.Protocol";
}
