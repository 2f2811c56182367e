using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>str</c>, <c>repr</c> and <c>format</c> of objects whose classes the program defines, of containers with them, of exceptions and of classes.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What is being shown: a container inside itself is shown as dots.</summary>
    private readonly HashSet<HeapObject> _showing = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null when it is not known. After an exception the value says nothing.</summary>
    private Value? StringifyExactly(Value value, bool isRepr, SyntaxNode node)
    {
        if (value.Kind == ValueKind.Known)
        {
            return value.Thing is { IsModule: false } thing && (IsStaticType(thing.QualifiedName) || thing.QualifiedName is "NoneType" or "object" or "type") ? NewText($"<class '{thing.QualifiedName}'>", node)
                : value.Thing is { QualifiedName: NotImplementedName } ? Value.OfText(NotImplementedName)
                : null;
        }

        if (value.Reference is not { IsSummary: false } target || !HasStack())
        {
            return null;
        }

        if ((isRepr ? null : AskForText(value, target, "__str__", node)) is { } own)
        {
            return own;
        }

        if ((AsksRepr(target, isRepr) ? AskForText(value, target, "__repr__", node) : null) is { } shown)
        {
            return shown;
        }

        return ShowObject(target, isRepr, node) is { } text ? NewText(text, node) : _afterCall == Completion.Normal ? null : Value.Unknown;
    }

    /// <summary><c>object.__str__</c> asks <c>__repr__</c>; exceptions and members of enumerations have a <c>__str__</c> of their own.</summary>
    private static bool AsksRepr(HeapObject target, bool isRepr) => isRepr || !(IsException(target) || (ClassOf(target)?.Payload is ClassValue { IsEnum: true }));

    /// <summary>What the method of the class that stands first gives; null when a built-in one comes first.</summary>
    private Value? AskForText(Value value, HeapObject target, string name, SyntaxNode node)
    {
        if (ClassOf(target)?.Payload is not ClassValue { Ancestors: var ancestors })
        {
            return null;
        }

        foreach (var ancestor in ancestors)
        {
            if (ancestor.Get(SlotKey.Attribute(name)) is { IsAbsent: false } found)
            {
                var text = Call(found, new CallArguments([value], []), node);
                return _afterCall != Completion.Normal || IsText(text) ? text
                    : NameOfType(text) is { } type ? RaiseText("TypeError", $"{name} returned non-string (type {type})", node)
                    : throw new NotDeterminedException();
            }

            if (name is "__repr__" && ancestor.Payload is ClassValue { ShowsFields: true })
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>repr</c> of something inside something else; null when it is not known.</summary>
    private string? ShowInside(Value value, SyntaxNode node)
    {
        if (Lift(value) is { } lifted && Representation.Repr(lifted) is { } plain)
        {
            _lifted.Clear();
            return plain;
        }

        _lifted.Clear();
        return StringifyExactly(value, isRepr: true, node) is { } shown && _afterCall == Completion.Normal ? KnownText(shown) : null;
    }

    private string? ShowObject(HeapObject target, bool isRepr, SyntaxNode node)
    {
        if (IsException(target))
        {
            return ShowException(target, isRepr, node);
        }

        if (target.Payload is ClassValue definition)
        {
            return definition.Metaclass is null || FindInClass(definition.Metaclass, "__repr__") is null ? definition.IsEnum ? $"<{(IsFlag(definition) ? "flag" : "enum")} '{definition.Name}'>" : $"<class '{ModuleOfPrograms}.{QualifiedNameOf(definition)}'>" : null;
        }

        var type = ClassOf(target)?.Payload as ClassValue;
        if (type is { IsEnum: true })
        {
            return ShowMember(target, type, isRepr, node);
        }

        if (IsSlice(Value.Of(target)))
        {
            var bounds = BoundsOfSlice.Select(name => ShowInside(target.Get(SlotKey.Attribute(name)), node)).ToList();
            return bounds.Contains(null) ? null : $"slice({string.Join(", ", bounds)})";
        }

        if (!_showing.Add(target))
        {
            return target.Kind switch
            {
                ObjectKind.List => "[...]",
                ObjectKind.Dict => "{...}",
                ObjectKind.Tuple => "(...)",
                ObjectKind.Instance => "...",
                _ => null,
            };
        }

        var text = target.Kind == ObjectKind.Instance || type?.Record == RecordKind.NamedTuple || (type is not null && RecordOf(type) is { Payload: ClassValue { Record: RecordKind.NamedTuple } })
            ? type is null ? null : ShowFields(target, type, node)
            : target.Payload is null or HeapObject { Payload: ClassValue } ? ShowContainer(target, node) : null;
        _showing.Remove(target);
        return text is { Length: > KnownLimits.LongestText } ? null : text;
    }

    /// <summary>The <c>__repr__</c> that dataclasses and named tuples get.</summary>
    private string? ShowFields(HeapObject target, ClassValue type, SyntaxNode node)
    {
        if (RecordOf(type)?.Payload is not ClassValue { ShowsFields: true } record)
        {
            return null;
        }

        var text = new StringBuilder(target.Kind == ObjectKind.Instance ? QualifiedNameOf(type) : type.Name).Append('(');
        var isFirst = true;
        foreach (var field in record.Fields.Where(static field => field.IsShown))
        {
            var value = GetAttribute(Value.Of(target), field.Name, node);
            if (_afterCall != Completion.Normal || ShowInside(value, node) is not { } shown)
            {
                return null;
            }

            _budget.Step(1 + (shown.Length / LengthPerStep));
            text.Append(isFirst ? string.Empty : ", ").Append(field.Name).Append('=').Append(shown);
            isFirst = false;
        }

        return text.Append(')').ToString();
    }

    private string? ShowContainer(HeapObject target, SyntaxNode node)
    {
        if (target is { Kind: ObjectKind.Dict, Contents: EntryContents entries } && target.Get(SlotKey.Attribute(CounterSlot)).IsAbsent && target.Get(SlotKey.Attribute(FactorySlot)).IsAbsent)
        {
            return ShowEntries(entries, node);
        }

        if (target.Kind is not (ObjectKind.List or ObjectKind.Tuple) || ItemsOf(Value.Of(target), node) is not { } items)
        {
            return null;
        }

        var (open, close) = target.Kind == ObjectKind.List ? ('[', "]") : ('(', items.Count == 1 ? ",)" : ")");
        var text = new StringBuilder().Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (ShowInside(items[i], node) is not { } shown || text.Length > KnownLimits.LongestText)
            {
                return null;
            }

            _budget.Step(1 + (shown.Length / LengthPerStep));
            text.Append(i == 0 ? string.Empty : ", ").Append(shown);
        }

        return text.Append(close).ToString();
    }

    private string? ShowEntries(EntryContents entries, SyntaxNode node)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value) = entries.At(i);
            if (ShowInside(key, node) is not { } first || ShowInside(value, node) is not { } second || text.Length > KnownLimits.LongestText)
            {
                return null;
            }

            _budget.Step(1 + ((first.Length + second.Length) / LengthPerStep));
            text.Append(i == 0 ? string.Empty : ", ").Append(first).Append(": ").Append(second);
        }

        return text.Append('}').ToString();
    }

    /// <summary>Objects/exceptions.c: BaseException_str, BaseException_repr, KeyError_str, OSError_str; the message of a group.</summary>
    private string? ShowException(HeapObject exception, bool isRepr, SyntaxNode node)
    {
        if (ExceptionTypeOf(exception) is not { } type || exception.Get(SlotKey.Attribute("args")) is not { Reference: { Kind: ObjectKind.Tuple } } held || ItemsOf(held, node) is not { } arguments)
        {
            return null;
        }

        var shown = new List<string>(arguments.Count);
        foreach (var argument in arguments)
        {
            if (ShowInside(argument, node) is not { } one)
            {
                return null;
            }

            shown.Add(one);
        }

        if (isRepr)
        {
            return type.Name is "json.JSONDecodeError" ? null : $"{NameOfType(Value.Of(exception))}({string.Join(", ", shown)})";
        }

        if (type.Name is "SyntaxError" or "IndentationError" or "TabError" or "json.JSONDecodeError" || type.Name.StartsWith("Unicode", StringComparison.Ordinal))
        {
            // Of what is wrong in a JSON text the place belongs to the message.
            return arguments.Count > 1 ? null : arguments.Count == 0 ? string.Empty
                : KnownText(arguments[0]) is { } known && (type.Name is not "json.JSONDecodeError" || known.Contains(": line ", StringComparison.Ordinal)) ? known
                : null;
        }

        if (type.Name.EndsWith("ExceptionGroup", StringComparison.Ordinal) && arguments.Count == 2)
        {
            return KnownText(arguments[0]) is { } message && CountItems(arguments[1]).Count is { IsExact: true } count
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{message} ({count.Low} sub-exception{(count.Low == 1 ? string.Empty : "s")})")
                : null;
        }

        if (IsOfSystem(type) && arguments.Count == 2)
        {
            var message = $"[Errno {shown[0]}] {KnownText(arguments[1]) ?? shown[1]}";
            return exception.Get(SlotKey.Attribute("filename")) is not { IsAbsent: false, Kind: not ValueKind.None } file ? message
                : ShowInside(file, node) is { } name ? $"{message}: {name}"
                : null;
        }

        return arguments.Count switch
        {
            0 => string.Empty,
            1 when type.Name is "KeyError" => shown[0],
            1 => KnownText(Stringify(arguments[0], node, isRepr: false)),
            _ => $"({string.Join(", ", shown)})",
        };
    }

    private static bool IsOfSystem(ExceptionType type) => ExceptionType.Find("OSError") is { } system && type.IsSubclassOf(system);

    /// <summary>The name of a value's class as messages have it; null when it is not known.</summary>
    private static string? NameOfType(Value value)
    {
        if (value.Reference is { } target)
        {
            if (target.Kind == ObjectKind.Class)
            {
                return target.Payload is ClassValue { Metaclass: { Payload: ClassValue { Name: var metaclass } } } ? metaclass : target.Payload is ClassValue { HasUnknownBase: false } ? "type" : null;
            }

            if (ClassOf(target)?.Payload is ClassValue definition)
            {
                return definition.Name is { Length: > 0 } name ? name : null;
            }

            switch (target.Payload)
            {
                case ExceptionType type:
                    return type.Name[(type.Name.LastIndexOf('.') + 1)..];
                case GeneratorValue { Definition: { Definition: FunctionDef { IsAsync: true }, Scope: var scope } }:
                    return scope.IsGenerator ? "async_generator" : "coroutine";
                case GeneratorValue:
                    return "generator";
                case BoundMethodValue { Function: not null }:
                    return "method";
                default:
                    break;
            }
        }

        return value.Thing is { IsModule: true } ? "module" : TypeNameOf(value);
    }

    private Value RaiseText(string exception, string message, SyntaxNode node) => RaiseNew(exception, NewText(message, node), node);

    private string QualifiedNameOf(ClassValue type) =>
        type.Definition is ClassDef definition && ModuleFrame.Module.Scopes.GetScope(definition) is { } scope && !type.IsImported ? QualifiedNameOf(type.Name, scope) : type.Name;

    /// <summary><c>format(value, specification)</c>; null when the class of the value says nothing of it.</summary>
    private Value? FormatExactly(Value value, string specification, SyntaxNode node)
    {
        if (value.Reference is not { IsSummary: false } target || ClassOf(target) is not { Payload: ClassValue definition } type)
        {
            return null;
        }

        if (FindAttributeInClass(type, "__format__") is { IsAbsent: false } own)
        {
            return Call(own, new CallArguments([value, Value.OfText(specification)], []), node);
        }

        if (definition.IsEnum)
        {
            return FindInClass(type, "__str__") is null && definition.IsEnumOfValues && !definition.IsMixed ? TryFormat(ValueOfMember(value), specification, node) : Padded(value, specification, node);
        }

        if (specification.Length == 0)
        {
            return Stringify(value, node, isRepr: false);
        }

        return target.Kind == ObjectKind.Instance && !definition.HasUnknownBase && ModelOf(target) is null && NameOfType(value) is { } name
            ? RaiseText("TypeError", $"unsupported format string passed to {name}.__format__", node)
            : null;
    }

    private Value? Padded(Value value, string specification, SyntaxNode node)
    {
        var text = Stringify(value, node, isRepr: false);
        return _afterCall == Completion.Normal && specification.Length > 0 ? TryFormat(text, specification, node) : text;
    }
}
