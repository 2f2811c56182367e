using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Names and assignment targets.</summary>
internal sealed partial class Evaluator
{
    private Value GetName(string name)
    {
        var (storage, key) = FindPlace(name, forStore: false);
        var value = storage?.Get(key) ?? Value.Absent;
        if (value.IsAbsent && _frame.Module.IsImported)
        {
            value = MemberOf(_frame.Module, name);
        }

        return value.IsAbsent ? FindBuiltin(name) : value;
    }

    private Value FindBuiltin(string name)
    {
        if (!_builtins.TryGetValue(name, out var value))
        {
            value = KnownLibrary.FindBuiltin(name);
            _builtins.Add(name, value);
        }

        return value;
    }

    private readonly Dictionary<string, Value> _builtins = new(StringComparer.Ordinal);

    private void SetName(string name, Value value, SyntaxNode? node = null)
    {
        var (storage, key) = FindPlace(name, forStore: true);
        if (storage is null)
        {
            return;
        }

        Leave(storage, key, value, node);
        _heap.Set(storage, key, value);
    }

    /// <summary>A place is about to refer to something else.</summary>
    private void Leave(HeapObject storage, SlotKey place, Value replacement, SyntaxNode? node)
    {
        var old = storage.Get(place);
        Leave(old, replacement);
        if (_loop is { } loop && node is not null)
        {
            _growths.Rebinds(storage, place, old, replacement, node, loop);
        }
    }

    /// <summary>A place stops referring to an object: if it is a container that grew, this may have been its last moment.</summary>
    private void Leave(Value old, Value replacement)
    {
        if (old.Reference is { } left && !ReferenceEquals(left, replacement.Reference))
        {
            _growths.Abandons(left);
        }
    }

    private (HeapObject? Storage, SlotKey Key) FindPlace(string name, bool forStore)
    {
        var symbol = _frame.Scope.Find(name);
        switch (symbol?.Use)
        {
            case SymbolUse.Local or SymbolUse.Cell:
                var local = _frame.KeyOf(symbol);
                return !forStore && _frame.Scope.Kind == ScopeKind.Class && _frame.Storage.Get(local).IsAbsent
                    ? FindOutside(name)
                    : (_frame.Storage, local);
            case SymbolUse.Free:
                return FindOutside(name);
            default:
                return FindGlobal(name);
        }
    }

    private (HeapObject? Storage, SlotKey Key) FindOutside(string name)
    {
        for (var frame = _frame.Closure; frame is not null; frame = frame.Closure)
        {
            if (frame.Scope.Kind != ScopeKind.Class && frame.Scope.Find(name) is { Use: SymbolUse.Local or SymbolUse.Cell } symbol)
            {
                return (frame.Storage, frame.KeyOf(symbol));
            }
        }

        return FindGlobal(name);
    }

    private (HeapObject? Storage, SlotKey Key) FindGlobal(string name)
    {
        var globals = _frame.Module.Frame;
        var symbol = globals.Scope.Find(name);
        return (globals.Storage, symbol is null ? SlotKey.Attribute(name) : SlotKey.Local(symbol.Index));
    }

    private void Assign(Expression target, Value value)
    {
        switch (target)
        {
            case Name name:
                SetName(name.Id, _enumeration is null ? value : ValueInBody(name.Id, value, name), name);
                break;
            case Attribute attribute:
                SetAttribute(Evaluate(attribute.Value), attribute.Name, value, attribute);
                break;
            case Subscript subscript:
                SetItem(Evaluate(subscript.Value), subscript, value);
                break;
            case Starred starred:
                Assign(starred.Value, Value.Unknown);
                break;
            case Tuple tuple:
                Unpack(tuple.Elements, value);
                break;
            case List list:
                Unpack(list.Elements, value);
                break;
            default:
                break;
        }
    }

    private void Unpack(System.Collections.Immutable.ImmutableArray<Expression> targets, Value value)
    {
        var star = -1;
        for (var i = 0; i < targets.Length; i++)
        {
            star = targets[i] is Starred ? i : star;
        }

        if (value.Reference?.Known is Known.IKnownRecord && ItemsOf(value, targets[0]) is { } parts)
        {
            value = Value.Of(NewTuple([.. parts], targets[0]));
        }

        if (IsExact && UnpackExactly(targets, star, value))
        {
            return;
        }

        if (value.Reference is not { } source || CountItems(value) is not { Kind: not null, Count: var count })
        {
            UnpackUnknown(targets, value);
            return;
        }

        if (count.IsExact && (star < 0 ? count.Low != targets.Length : count.Low < targets.Length - 1))
        {
            RaiseNew("ValueError", Value.OfText(WrongCount(targets.Length, star >= 0, count.Low)), targets[0]);
            return;
        }

        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] is Starred rest)
            {
                Assign(rest.Value, Value.Of(NewPart(value, i, count - (targets.Length - 1), rest)));
                continue;
            }

            var known = source.Kind is ObjectKind.Tuple or ObjectKind.List && star < 0 ? source.Get(SlotKey.Item(i)) : Value.Absent;
            Assign(targets[i], known.IsAbsent ? ItemOf(value, star >= 0 && i > star ? count - (targets.Length - i) : i, targets[i]) : known);
        }
    }

    private static string WrongCount(int targets, bool hasStar, long count) => !hasStar && count > targets
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"too many values to unpack (expected {targets})")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"not enough values to unpack (expected {(hasStar ? "at least " : string.Empty)}{(hasStar ? targets - 1 : targets)}, got {count})");

    /// <summary>An iterator gives its items one by one; what is not known gives anything.</summary>
    private void UnpackUnknown(System.Collections.Immutable.ImmutableArray<Expression> targets, Value value)
    {
        var iterator = value.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } open ? open : null;
        foreach (var target in targets)
        {
            var item = ElementOf(value);
            if (iterator is not null && target is not Starred)
            {
                Next(iterator, target, out item);
            }

            Assign(target is Starred rest ? rest.Value : target, target is Starred ? Value.Unknown : item);
        }
    }

    private void ExecuteAugAssign(AugAssign assign)
    {
        switch (assign.Target)
        {
            case Attribute attribute:
                var owner = Evaluate(attribute.Value);
                if (Augmented(Doubted(GetAttribute(owner, attribute.Name, attribute), "AttributeError"), assign) is { } changed)
                {
                    SetAttribute(owner, attribute.Name, changed, attribute);
                }

                break;
            case Subscript { Index: not Slice } subscript:
                var container = Evaluate(subscript.Value);
                var index = container.Reference?.Payload is TypeModel ? EvaluateKey(subscript.Index) : Evaluate(subscript.Index);
                _index = (subscript, index);
                var old = Doubted(GetItem(container, subscript), "LookupError", "TypeError");
                _index = default;
                if (Augmented(old, assign) is { } next)
                {
                    _index = (subscript, index);
                    SetItem(container, subscript, next);
                    _index = default;
                }
                else if (IsExact && _afterCall == Completion.Normal && container.Reference is { Kind: ObjectKind.Tuple })
                {
                    // The item has changed, and is then to be put back where nothing can be put.
                    RefusesItem(container, "assignment");
                }

                break;
            default:
                if (Augmented(Evaluate(assign.Target), assign) is { } value)
                {
                    Assign(assign.Target, value);
                }

                break;
        }
    }

    /// <summary>What the target is to have; null when that was changed in place, or an exception left.</summary>
    private Value? Augmented(Value old, AugAssign assign)
    {
        var operand = Evaluate(assign.Value);
        if (IsExact && _afterCall == Completion.Normal && AugmentExactly(old, operand, assign) is { } given)
        {
            return _afterCall == Completion.Normal ? given : null;
        }

        return _afterCall != Completion.Normal || (old.Reference is { } container && TryGrowInPlace(container, operand, assign))
            ? null
            : Combine(assign.Operator, old, operand, assign);
    }

    /// <summary>The index of <c>target[index] += value</c>, which is evaluated once for two uses.</summary>
    private (Subscript? Of, Value Index) _index;

    private Value EvaluateIndex(Subscript subscript) => TakeIndex(subscript) ?? Evaluate(subscript.Index);

    private Value? TakeIndex(Subscript subscript)
    {
        if (!ReferenceEquals(_index.Of, subscript))
        {
            return null;
        }

        var index = _index.Index;
        _index = default;
        return index;
    }

    private bool TryGrowInPlace(HeapObject container, Value operand, AugAssign assign)
    {
        switch (container.Kind)
        {
            case ObjectKind.List or ObjectKind.Deque when assign.Operator == BinaryOperator.Add:
                Extend(container, operand, assign);
                return true;
            case ObjectKind.ByteArray when assign.Operator == BinaryOperator.Add:
                AppendBytes(container, operand, assign);
                return true;
            case ObjectKind.Set or ObjectKind.Dict when assign.Operator == BinaryOperator.BitOr:
                Extend(container, operand, assign);
                return true;
            case ObjectKind.Instance when !IsExact:
                return CallSpecial(Value.Of(container), "__iadd__", operand, assign) is not null;
            default:
                return false;
        }
    }
}
