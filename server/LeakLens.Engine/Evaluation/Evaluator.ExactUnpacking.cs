using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>a, *b = values</c> in the exact run: whatever can be stepped through is taken apart, and as many items are taken as CPython takes.</summary>
internal sealed partial class Evaluator
{
    /// <summary>False when the value is not known well enough.</summary>
    private bool UnpackExactly(ImmutableArray<Expression> targets, int star, Value value)
    {
        var node = targets[0];
        if (value.IsUnknown || value.Kind == ValueKind.Union)
        {
            return false;
        }

        var isStepped = value.Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator } || StepsByClass(value) || value.Reference is { Kind: ObjectKind.Class };
        if (!isStepped && value.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple })
        {
            return false;
        }

        if (!isStepped && CannotBeIterated(value))
        {
            RaiseText("TypeError", $"cannot unpack non-iterable {NameOfType(value)} object", node);
            return true;
        }

        if (!isStepped && ItemsOf(value, node) is null)
        {
            return false;
        }

        var items = new List<Value>();
        StepThrough(value, node, item =>
        {
            items.Add(item);
            return star >= 0 || items.Count <= targets.Length;
        });
        if (_afterCall != Completion.Normal)
        {
            return true;
        }

        if (star < 0 ? items.Count != targets.Length : items.Count < targets.Length - 1)
        {
            RaiseText("ValueError", WrongCount(targets.Length, star >= 0, items.Count), node);
            return true;
        }

        var behind = targets.Length - star - 1;
        for (var i = 0; i < targets.Length && _afterCall == Completion.Normal; i++)
        {
            if (targets[i] is Starred rest)
            {
                var part = items.GetRange(star, items.Count - behind - star);
                Assign(rest.Value, Value.Of(NewList([.. part], RoundUpToEven(part.Count), rest)));
            }
            else
            {
                Assign(targets[i], items[star < 0 || i < star ? i : items.Count - (targets.Length - i)]);
            }
        }

        return true;
    }

    /// <summary>Takes items one by one for as long as they are wanted, so that whoever goes on finds the rest.</summary>
    private void StepThrough(Value iterable, SyntaxNode node, Func<Value, bool> takesMore)
    {
        var iterator = MakeIterator(iterable, node);
        while (_afterCall == Completion.Normal)
        {
            _budget.Step();
            var goes = Next(iterator, node, out var item);
            if (_afterCall != Completion.Normal || goes == false)
            {
                return;
            }

            if (goes is null)
            {
                NotDetermined();
            }

            if (!takesMore(item))
            {
                return;
            }
        }
    }

    private static bool IsSteppedThrough(HeapObject type) => Array.Exists(["__iter__", "__next__", "__getitem__", "__aiter__", "__anext__"], name => !FindAttributeInClass(type, name).IsAbsent);

    /// <summary>Surely nothing that can be iterated over, and its type has a name.</summary>
    private static bool CannotBeIterated(Value value) => value.Kind switch
    {
        ValueKind.None or ValueKind.Int or ValueKind.Bool or ValueKind.Float => IsOfSureType(value),
        ValueKind.Object when value.Reference is { } target => target.Kind == ObjectKind.Function
            || (target.Kind == ObjectKind.Instance && ClassOf(target) is { Payload: ClassValue definition } type && IsAllKnown(definition) && !IsSteppedThrough(type)),
        _ => false,
    };
}
