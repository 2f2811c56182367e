using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Instances as keys in the exact run: by identity, by their fields, or by what <c>__hash__</c> and <c>__eq__</c> of their class say.</summary>
internal sealed partial class Evaluator
{
    /// <summary>By their hash: the first of each group of instances that are equal. It stands for all of them.</summary>
    private readonly Dictionary<ExactKey, List<Value>> _firstOfEquals = [];

    /// <summary>Instances that stay in <see cref="_firstOfEquals"/>, whether anything else refers to them or not.</summary>
    private const int MostFirst = 100_000;

    private int _firstCount;

    /// <summary>Null when it is not known, or the instance has no hash.</summary>
    private ExactKey? ExactKeyOfInstance(Value key, HeapObject instance, HeapObject type, ClassValue definition)
    {
        if (AsItsValue(key) is var plain && plain != key)
        {
            return ExactKeyOf(plain);
        }

        foreach (var ancestor in definition.Ancestors)
        {
            if (ancestor.Get(SlotKey.Attribute("__hash__")) is { IsAbsent: false } hash)
            {
                return hash.Kind != ValueKind.None && Call(hash, new CallArguments([key], []), instance.Site.Node) is var hashed && _afterCall == Completion.Normal && ExactKeyOf(hashed) is { } number
                    ? FirstOfEquals(key, number, instance.Site.Node)
                    : null;
            }

            if (!ancestor.Get(SlotKey.Attribute("__eq__")).IsAbsent)
            {
                return null;
            }

            if (ancestor.Payload is ClassValue { Record: RecordKind.Dataclass, HasEquality: true } record)
            {
                return record.ComparesByFields ? KeyOfFields(instance, type, record) : null;
            }
        }

        return definition.IsEnum || CanTellIdentity(key, type) ? ExactKey.OfIdentity(instance) : null;
    }

    private ExactKey? KeyOfFields(HeapObject instance, HeapObject type, ClassValue record)
    {
        var parts = new List<ExactKey> { ExactKey.OfIdentity(type) };
        foreach (var field in record.Fields.Where(static field => field.IsCompared))
        {
            if (ExactKeyOf(instance.Get(SlotKey.Attribute(field.Name))) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return ExactKey.OfParts([.. parts]);
    }

    private ExactKey FirstOfEquals(Value key, in ExactKey hash, SyntaxNode node)
    {
        if (!_firstOfEquals.TryGetValue(hash, out var group))
        {
            _firstOfEquals.Add(hash, group = []);
        }

        foreach (var first in group)
        {
            _budget.Step();
            var isSame = ReferenceEquals(first.Reference, key.Reference) ? true : CompareByClasses(CompareOperator.Eq, first, key, node) is { } answer && _afterCall == Completion.Normal ? Truth(answer, node) : null;
            if (isSame ?? throw new NotDeterminedException())
            {
                return ExactKey.OfIdentity((hash, first.Reference));
            }
        }

        if (++_firstCount > MostFirst)
        {
            TooMuch();
        }

        group.Add(key);
        return ExactKey.OfIdentity((hash, key.Reference));
    }

    /// <summary><c>hash(value)</c> of an instance whose class says what it is; null when it does not.</summary>
    private Value? HashByClass(Value value, SyntaxNode node)
    {
        if (InstanceClassOf(value)?.Payload is not ClassValue { Ancestors: var ancestors })
        {
            return null;
        }

        if (AsItsValue(value) is var plain && plain != value)
        {
            return KnownHash.Of(plain) is > -LargestInt and < LargestInt and var number ? NewInt(number, node) : null;
        }

        foreach (var ancestor in ancestors)
        {
            var hash = ancestor.Get(SlotKey.Attribute("__hash__"));
            if (hash is { IsAbsent: false, Kind: not ValueKind.None })
            {
                return Call(hash, new CallArguments([value], []), node);
            }

            var isRecord = ancestor.Payload is ClassValue { Record: RecordKind.Dataclass, HasEquality: true };
            if (hash.Kind == ValueKind.None || !ancestor.Get(SlotKey.Attribute("__eq__")).IsAbsent || (isRecord && ancestor.Payload is ClassValue { ComparesByFields: false }))
            {
                return RaiseText("TypeError", $"unhashable type: '{NameOfType(value)}'", node);
            }

            if (isRecord)
            {
                return null;
            }
        }

        return null;
    }
}
