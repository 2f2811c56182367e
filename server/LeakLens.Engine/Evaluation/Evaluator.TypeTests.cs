using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;

namespace LeakLens.Engine.Evaluation;

/// <summary>What an object is an instance of, as far as that is known.</summary>
internal sealed partial class Evaluator
{
    private bool? IsInstance(Value value, Value type)
    {
        if (type.Reference is { Kind: ObjectKind.Tuple } several)
        {
            return IsInstanceOfAny(value, several);
        }

        if (value.Kind == ValueKind.Union)
        {
            bool? all = null;
            var isFirst = true;
            foreach (var alternative in value.Alternatives)
            {
                var one = IsInstance(alternative, type);
                all = isFirst || all == one ? one : null;
                isFirst = false;
            }

            return all;
        }

        if (value.IsUnknown || value.IsAbsent || value.Kind == ValueKind.Known)
        {
            return null;
        }

        return type.Reference is { Kind: ObjectKind.Class } own ? IsInstanceOfClass(value, own)
            : type.Thing is { } thing ? IsInstanceOfKnown(value, thing.QualifiedName)
            : null;
    }

    private bool? IsInstanceOfAny(Value value, HeapObject several)
    {
        bool? any = several.GetMeta(Meta.Length).IsExact ? false : null;
        foreach (var slot in several.Slots)
        {
            if (slot.Key.Kind != SlotKind.Item)
            {
                continue;
            }

            var one = IsInstance(value, slot.Value);
            if (one == true)
            {
                return true;
            }

            any = one is null ? null : any;
        }

        return any;
    }

    private bool? IsInstanceOfClass(Value value, HeapObject type)
    {
        if (IsExact && value.Reference is { } tested && ClassOf(tested) is { } its && FitsProtocol(its, type) is { } fits)
        {
            return fits;
        }

        if (value.Reference is not { } target || ClassOf(target) is not { } own)
        {
            return value.Reference is { Kind: ObjectKind.Class or ObjectKind.Native } ? null : false;
        }

        return DerivesFrom(own, type, 0);
    }

    private static bool? DerivesFrom(HeapObject type, HeapObject ancestor, int depth)
    {
        if (ReferenceEquals(type, ancestor))
        {
            return true;
        }

        if (depth > DeepestHierarchy || type.Payload is not ClassValue definition)
        {
            return null;
        }

        bool? any = definition.HasUnknownBase && definition.KnownBases.Count == 0 ? null : false;
        foreach (var parent in definition.Bases)
        {
            var one = DerivesFrom(parent, ancestor, depth + 1);
            if (one == true)
            {
                return true;
            }

            any = one is null ? null : any;
        }

        return any;
    }

    private bool? IsInstanceOfKnown(Value value, string type)
    {
        if (string.Equals(type, "object", StringComparison.Ordinal))
        {
            return true;
        }

        if (value.Reference is { } target && ExceptionTypeOf(target) is { } raised)
        {
            return ExceptionType.Find(type) is { } handled ? raised.IsSubclassOf(handled) : KnownTypeName(type) ? false : null;
        }

        if (IsExact && value.Reference is { Kind: not ObjectKind.Class } made && ClassOf(made) is { Payload: ClassValue its } own && DerivesFromThing(own, its, type) is { } derives)
        {
            return derives;
        }

        if (value.Reference is { Kind: ObjectKind.Instance } instance)
        {
            return ClassOf(instance) is { Payload: ClassValue { HasUnknownBase: false } } && (KnownTypeName(type) || IsPlainLibraryType(type)) ? false : null;
        }

        if (TypeNameOf(value) is not { } name)
        {
            return value.Reference is { Payload: TypeModel model } && string.Equals(model.QualifiedName, type, StringComparison.Ordinal) ? true : null;
        }

        return string.Equals(name, type, StringComparison.Ordinal) || (name is "bool" && type is "int") ? true
            : type is "frozenset" && name is "set" ? null
            : KnownTypeName(type) || ExceptionType.Find(type) is not null || IsPlainLibraryType(type) ? false
            : null;
    }

    /// <summary>A class of a library that no built-in value is an instance of.</summary>
    private bool IsPlainLibraryType(string name) => Models.FindType(name) is { Storage: ObjectKind.Opaque, IsHidden: false };

    private static bool KnownTypeName(string name) =>
        name is "int" or "bool" or "float" or "complex" or "str" or "bytes" or "bytearray" or "list" or "tuple" or "dict" or "set" or "frozenset" or "range" or "type" or "collections.deque" or "NoneType" or "types.NoneType";

    /// <summary>The name of a value's built-in type; null when it has none or is not known.</summary>
    private static string? TypeNameOf(Value value) => value.Kind switch
    {
        ValueKind.None => "NoneType",
        ValueKind.Bool => "bool",
        ValueKind.Int => "int",
        ValueKind.Float => "float",
        ValueKind.Text => "str",
        ValueKind.ByteText => "bytes",
        ValueKind.Object when value.Reference is { } target && ClassOf(target) is null => target.Kind switch
        {
            ObjectKind.Str => "str",
            ObjectKind.Bytes => "bytes",
            ObjectKind.ByteArray => "bytearray",
            ObjectKind.List => target.Payload is DictView ? null : "list",
            ObjectKind.Tuple => "tuple",
            ObjectKind.Dict => "dict",
            ObjectKind.Set => "set",
            ObjectKind.Deque => "collections.deque",
            ObjectKind.Range => "range",
            ObjectKind.Class => "type",
            ObjectKind.Function => "function",
            _ => null,
        },
        _ => null,
    };

    /// <summary><c>type(value)</c>.</summary>
    private static Value TypeOf(Value value)
    {
        if (value.Reference is { } target && ClassOf(target) is { } own)
        {
            return Value.Of(own);
        }

        return value.Reference?.Payload is ExceptionType raised ? Value.Of(new KnownThing(raised.Name))
            : TypeNameOf(value) is { } name ? Value.Of(new KnownThing(name))
            : Value.Unknown;
    }
}
