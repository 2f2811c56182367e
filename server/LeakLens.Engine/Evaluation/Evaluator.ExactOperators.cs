using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Operators of the program's own classes in the exact run: which operand is asked first, what NotImplemented leads to, and the TypeError at the end (Python reference, 3.3.8).</summary>
internal sealed partial class Evaluator
{
    private static bool IsNotImplemented(Value value) => value.Thing is { QualifiedName: NotImplementedName };

    private static HeapObject? OwnClassOf(Value value) => value.Reference is { IsSummary: false } target && ClassOf(target) is { Payload: ClassValue } type ? type : null;

    /// <summary>Null when neither operand has a class of the program, or another way knows more.</summary>
    private Value? OperateByClasses(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        var (mine, theirs) = (OwnClassOf(left), OwnClassOf(right));
        if ((mine ?? theirs) is null || left.IsUnknown || right.IsUnknown)
        {
            return null;
        }

        if (CombineFlags(operation, left, right, node) is { } flags)
        {
            return flags;
        }

        if ((AsItsValue(left), AsItsValue(right)) is var (plain, value) && (plain != left || value != right) && FindSpecial(left, NamesOf(operation).Name) is null)
        {
            return Combine(operation, plain, value, node);
        }

        var (name, reflected) = NamesOf(operation);
        var overrides = mine is not null && theirs is not null && !ReferenceEquals(mine, theirs) && DerivesFrom(theirs, mine, 0) == true
            && FindInClass(theirs, reflected) is { } other && !ReferenceEquals(other, FindInClass(mine, reflected));
        if (overrides && Asked(right, theirs, reflected, left, node) is { } first)
        {
            return first;
        }

        if (Asked(left, mine, name, right, node) is { } answer)
        {
            return answer;
        }

        if (!overrides && !ReferenceEquals(mine, theirs) && Asked(right, theirs, reflected, left, node) is { } second)
        {
            return second;
        }

        return IsOfSureType(left) && IsOfSureType(right) && MayMiss(left, mine) && MayMiss(right, theirs) && NameOfType(left) is { } a && NameOfType(right) is { } b && !(mine is null && (IsText(left) || (left.Reference is not null && !IsNumber(left))))
            ? RaiseUnsupported(operation, a, b, node)
            : null;
    }

    private Value RaiseUnsupported(BinaryOperator operation, string left, string right, SyntaxNode node)
    {
        var symbol = SymbolOf(operation) + (node is AugAssign ? "=" : operation == BinaryOperator.Pow ? " or pow()" : string.Empty);
        return RaiseText("TypeError", $"unsupported operand type(s) for {symbol}: '{left}' and '{right}'", node);
    }

    /// <summary>What a method of the class answers; null when there is none, or it is not implemented for the other operand.</summary>
    private Value? Asked(Value receiver, HeapObject? type, string name, Value argument, SyntaxNode node)
    {
        if (type is null || FindAttributeInClass(type, name) is not { IsAbsent: false, Kind: not ValueKind.None } method)
        {
            return null;
        }

        var answer = Call(method, new CallArguments([receiver, argument], []), node);
        return _afterCall == Completion.Normal && IsNotImplemented(answer) ? null : answer;
    }

    /// <summary>Two built-in types between which there is no such operation: the TypeError. Null when there may be one.</summary>
    private Value? RefuseOperation(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (NameOfPlainType(left) is not { } a || NameOfPlainType(right) is not { } b)
        {
            return null;
        }

        var (first, second) = (KindOfEquality(a), KindOfEquality(b));
        if (IsSequence(first) && operation == BinaryOperator.Add)
        {
            return string.Equals(first, second, StringComparison.Ordinal) ? null
                : a is "bytes" ? RaiseText("TypeError", $"can't concat {b} to bytes", node)
                : RaiseText("TypeError", $"can only concatenate {a} (not \"{b}\") to {a}", node);
        }

        if (operation == BinaryOperator.Mult && (IsSequence(first) || IsSequence(second)))
        {
            var (other, isWhole) = IsSequence(first) ? (b, IsWhole(right)) : (a, IsWhole(left));
            return isWhole ? null : RaiseText("TypeError", $"can't multiply sequence by non-int of type '{other}'", node);
        }

        var isText = operation == BinaryOperator.Mod && a is "str" or "bytes";
        var areDicts = first is "dict" && second is "dict" && operation == BinaryOperator.BitOr;
        return isText || areDicts || (first is "number" && second is "number") ? null
            : RaiseUnsupported(operation, a, b, node);
    }

    /// <summary>Null for what only looks like a value of a built-in type: counters, views, frozen sets.</summary>
    private static string? NameOfPlainType(Value value) =>
        IsOfSureType(value) && TypeNameOf(value) is "NoneType" or "bool" or "int" or "float" or "str" or "bytes" or "list" or "tuple" or "dict" && TypeNameOf(value) is var name
        && !(value.Reference is { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Tuple } target && (target.Known is not null || !IsPlain(target)))
            ? name
            : null;

    private static bool IsSequence(string kind) => kind is "str" or "bytes" or "list" or "tuple";

    /// <summary>Two built-in types between which there is no order: the TypeError. False when there may be one.</summary>
    private bool RefusesOrder(CompareOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (NameOfPlainType(left) is not { } a || NameOfPlainType(right) is not { } b
            || (string.Equals(KindOfEquality(a), KindOfEquality(b), StringComparison.Ordinal) && a is not ("dict" or "NoneType")))
        {
            return false;
        }

        RaiseText("TypeError", $"'{SymbolOf(operation)}' not supported between instances of '{a}' and '{b}'", node);
        return true;
    }

    /// <summary>All operators of the value's class are known, so that one that is not there is missing.</summary>
    private static bool MayMiss(Value value, HeapObject? type) =>
        type?.Payload is ClassValue definition ? value.Reference is { Kind: ObjectKind.Instance } && IsAllKnown(definition) : value.Kind is ValueKind.None or ValueKind.Int or ValueKind.Float or ValueKind.Bool or ValueKind.Text || value.Reference is { Kind: ObjectKind.Str or ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict };

    private static string SymbolOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Sub => "-",
        BinaryOperator.Mult => "*",
        BinaryOperator.MatMult => "@",
        BinaryOperator.Div => "/",
        BinaryOperator.FloorDiv => "//",
        BinaryOperator.Mod => "%",
        BinaryOperator.Pow => "**",
        BinaryOperator.LShift => "<<",
        BinaryOperator.RShift => ">>",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.BitOr => "|",
        _ => "^",
    };

    /// <summary>
    /// <c>a += b</c> where the class of a has a method for it, or a is a set or a list that is changed in place: what is stored then. Null when it is <c>a = a + b</c>.
    /// </summary>
    private Value? AugmentExactly(Value old, Value operand, AugAssign assign)
    {
        if (Asked(old, OwnClassOf(old), "__i" + NamesOf(assign.Operator).Name[2..], operand, assign) is { } given)
        {
            return given;
        }

        // A frozen set is none that changes; one that is written in braces does.
        if (old.Reference is { Kind: ObjectKind.Set, Site.Node: Set or SetComp } && operand.Reference is { Kind: ObjectKind.Set } && NameOfUpdate(assign.Operator) is { } update)
        {
            CallMethod(old, update, new CallArguments([operand], []), assign);
            return old;
        }

        if (assign.Operator == BinaryOperator.Mult && old.Reference is { Kind: ObjectKind.List } list && operand is { Kind: ValueKind.Int or ValueKind.Bool, Number.IsExact: true } times)
        {
            if (times.Number.Low <= 0)
            {
                Clear(list);
            }
            else if (times.Number.Low > 1)
            {
                Extend(list, Repeat(old, times.Number - Quantities.Quantity.One, assign), assign);
            }

            return old;
        }

        return null;
    }

    private static string? NameOfUpdate(BinaryOperator operation) => operation switch
    {
        BinaryOperator.BitAnd => "intersection_update",
        BinaryOperator.Sub => "difference_update",
        BinaryOperator.BitXor => "symmetric_difference_update",
        _ => null,
    };

    /// <summary>A comparison one side of which is an instance of a class of the program; null when none is.</summary>
    private Value? CompareByClasses(CompareOperator operation, Value left, Value right, SyntaxNode node)
    {
        var (mine, theirs) = (InstanceClassOf(left), InstanceClassOf(right));
        if ((mine ?? theirs) is null || left.IsUnknown || right.IsUnknown || left.Kind == ValueKind.Union || right.Kind == ValueKind.Union)
        {
            return null;
        }

        var (name, reflected) = NamesOf(operation);
        if ((AsItsValue(left), AsItsValue(right)) is var (plain, other) && (plain != left || other != right) && (mine is null || FindInClass(mine, name) is null) && (theirs is null || FindInClass(theirs, reflected) is null))
        {
            return CompareValues(operation, plain, other, node) is { } known ? Value.OfBool(known) : Value.AnyBool;
        }

        var isReflectedFirst = mine is not null && theirs is not null && !ReferenceEquals(mine, theirs) && DerivesFrom(theirs, mine, 0) == true;
        if (isReflectedFirst && CompareAsked(right, theirs, reflected, left, node) is { } first)
        {
            return first;
        }

        if (CompareAsked(left, mine, name, right, node) is { } answer)
        {
            return answer;
        }

        if (!isReflectedFirst && CompareAsked(right, theirs, reflected, left, node) is { } second)
        {
            return second;
        }

        if (operation is CompareOperator.Eq or CompareOperator.NotEq)
        {
            return CanTellIdentity(left, mine) && CanTellIdentity(right, theirs) && IsSame(left, right) is { } same ? Value.OfBool(same == (operation == CompareOperator.Eq)) : Value.AnyBool;
        }

        return CanTellIdentity(left, mine) && CanTellIdentity(right, theirs) && NameOfType(left) is { } a && NameOfType(right) is { } b
            ? RaiseText("TypeError", $"'{SymbolOf(operation)}' not supported between instances of '{a}' and '{b}'", node)
            : Value.AnyBool;
    }

    /// <summary>The class says how its instances, or the class itself, are stepped through, and not what is in them.</summary>
    private static bool StepsByClass(Value container) =>
        container.Reference is { Kind: ObjectKind.Class, Payload: ClassValue { IsEnum: true } }
        || (InstanceClassOf(container) is { } type && (FindInClass(type, "__iter__") ?? FindInClass(type, "__getitem__")) is not null)
        || container.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator };

    /// <summary><c>in</c> by stepping: the items up to the first that is equal are taken.</summary>
    private bool? FindByStepping(Value container, Value item, SyntaxNode node)
    {
        bool? found = false;
        StepThrough(container, node, one =>
        {
            found = one.Reference is { } held && ReferenceEquals(held, item.Reference) ? true : EqualExactly(one, item, node);
            return found == false;
        });
        return _afterCall == Completion.Normal ? found : null;
    }

    private static HeapObject? InstanceClassOf(Value value) => value.Reference is { Kind: ObjectKind.Instance } ? OwnClassOf(value) : null;

    /// <summary>What does not say how it compares compares by identity, unless a class of a library may say it.</summary>
    private static bool CanTellIdentity(Value value, HeapObject? type) =>
        type?.Payload is not ClassValue definition ? IsOfSureType(value)
        : !definition.HasUnknownBase || definition.IsEnum || ExceptionBaseOf(type, 0) is not null || definition.Ancestors.All(static one => one.Payload is ClassValue { HasUnknownBase: false } || one.Payload is ClassValue { KnownBases.Count: > 0 } known && known.KnownBases.All(IsBareBase));

    private static (string Name, string Reflected) NamesOf(CompareOperator operation) => operation switch
    {
        CompareOperator.Lt => ("__lt__", "__gt__"),
        CompareOperator.LtE => ("__le__", "__ge__"),
        CompareOperator.Gt => ("__gt__", "__lt__"),
        CompareOperator.GtE => ("__ge__", "__le__"),
        CompareOperator.Eq => ("__eq__", "__eq__"),
        _ => ("__ne__", "__ne__"),
    };

    private static string SymbolOf(CompareOperator operation) => operation switch
    {
        CompareOperator.Lt => "<",
        CompareOperator.LtE => "<=",
        CompareOperator.Gt => ">",
        _ => ">=",
    };

    /// <summary>What the class of the receiver says of a comparison; null when it leaves it to the other side.</summary>
    private Value? CompareAsked(Value receiver, HeapObject? type, string name, Value other, SyntaxNode node)
    {
        if (receiver.Reference is not { } instance || type?.Payload is not ClassValue { Ancestors: var ancestors })
        {
            return null;
        }

        foreach (var ancestor in ancestors)
        {
            if (ancestor.Get(SlotKey.Attribute(name)) is { IsAbsent: false } method)
            {
                var answer = Call(method, new CallArguments([receiver, other], []), node);
                return _afterCall == Completion.Normal && IsNotImplemented(answer) ? null : answer;
            }

            if (ancestor.Payload is ClassValue { Record: RecordKind.Dataclass } record && (name is "__eq__" ? record.HasEquality : record.IsOrdered && name is not "__ne__"))
            {
                return InstanceClassOf(other) is { } theirs && ReferenceEquals(theirs, type) ? CompareFields(instance, record, name, other, node) is { } known ? Value.OfBool(known) : Value.AnyBool : null;
            }

            if (ancestor.Payload is ClassValue { IsTotallyOrdered: true } && name is not ("__eq__" or "__ne__"))
            {
                return DeriveOrder(receiver, type, name, other, node);
            }
        }

        // object.__ne__ asks for equality.
        return name is "__ne__" && CompareAsked(receiver, type, "__eq__", other, node) is { } equal
            ? _afterCall != Completion.Normal ? equal : Truth(equal, node) is { } truth ? Value.OfBool(!truth) : Value.AnyBool
            : null;
    }

    /// <summary>The comparisons that <c>functools.total_ordering</c> makes of the one that the class has (Lib/functools.py).</summary>
    private Value? DeriveOrder(Value receiver, HeapObject type, string name, Value other, SyntaxNode node)
    {
        string[] roots = ["__lt__", "__le__", "__gt__", "__ge__"];
        if (Array.Find(roots, one => FindInClass(type, one) is not null) is not { } root || CompareAsked(receiver, type, root, other, node) is not { } answer)
        {
            return null;
        }

        if (_afterCall != Completion.Normal)
        {
            return answer;
        }

        if (Truth(answer, node) is not { } holds)
        {
            return Value.AnyBool;
        }

        bool? derived = (root, name) switch
        {
            ("__lt__", "__ge__") or ("__le__", "__gt__") or ("__gt__", "__le__") or ("__ge__", "__lt__") => !holds,
            ("__lt__", "__le__") or ("__gt__", "__ge__") => holds ? true : AreEqual(),
            ("__lt__", "__gt__") or ("__gt__", "__lt__") => holds ? false : !AreEqual(),
            ("__le__", "__ge__") or ("__ge__", "__le__") => holds ? AreEqual() : true,
            _ => holds ? !AreEqual() : false,
        };
        return _afterCall != Completion.Normal ? Value.Unknown : derived is { } known ? Value.OfBool(known) : Value.AnyBool;

        bool? AreEqual() => CompareByClasses(CompareOperator.Eq, receiver, other, node) is { } equal && _afterCall == Completion.Normal ? Truth(equal, node) : null;
    }
}
