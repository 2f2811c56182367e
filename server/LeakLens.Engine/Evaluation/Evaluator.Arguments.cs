using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>How arguments find their parameters (Python reference, 6.3.4).</summary>
internal sealed partial class Evaluator
{
    private const string DefaultPrefix = "<default>";

    private CallArguments EvaluateArguments(Call call)
    {
        if (call.Arguments.IsEmpty && call.Keywords.IsEmpty)
        {
            return CallArguments.None;
        }

        if (call.Keywords.IsEmpty && !HasStar(call))
        {
            return new CallArguments(EvaluateAll(call.Arguments), CallArguments.None.Named);
        }

        var positional = new List<Value>(call.Arguments.Length);
        var unknownMore = false;
        var starred = Value.Absent;
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument);
            KeepAlive(value);
            if (argument is Starred)
            {
                var unpacked = TryUnpack(value, positional, argument);
                unknownMore |= !unpacked;
                starred = unpacked ? starred : value;
            }
            else
            {
                positional.Add(value);
            }
        }

        if (call.Keywords.IsEmpty)
        {
            return new CallArguments(positional, CallArguments.None.Named, unknownMore) { Starred = starred };
        }

        var named = new List<(string, Value)>(call.Keywords.Length);
        foreach (var keyword in call.Keywords)
        {
            var value = Evaluate(keyword.Value);
            KeepAlive(value);
            if (keyword.Name is { } name)
            {
                named.Add((name, value));
            }
            else
            {
                unknownMore |= !TryUnpackMapping(value, named);
            }
        }

        return new CallArguments(positional, named, unknownMore) { Starred = starred };
    }

    private static bool HasStar(Call call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is Starred)
            {
                return true;
            }
        }

        return false;
    }

    private Value[] EvaluateAll(ImmutableArray<Expression> arguments)
    {
        var values = arguments.IsEmpty ? [] : new Value[arguments.Length];
        for (var i = 0; i < values.Length && (!IsExact || _afterCall == Completion.Normal); i++)
        {
            values[i] = Evaluate(arguments[i]);
            KeepAlive(values[i]);
        }

        return values;
    }

    private void KeepAlive(Value value)
    {
        if (value.Reference is not null)
        {
            _temporaries.Add(value);
        }
    }

    /// <summary><c>*values</c>: its items one by one, when there are few and all are known.</summary>
    private bool TryUnpack(Value value, List<Value> into, SyntaxNode node)
    {
        const int Most = 64;
        if (IsExact && value.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple } && ItemsOf(value, node) is { } all)
        {
            NoteCopied(all.Count);
            into.AddRange(all);
            return true;
        }

        if (IsExact && !value.IsUnknown)
        {
            if (CannotBeIterated(value))
            {
                NotDetermined();
            }

            return TryUnpackAll(value, into, node);
        }

        var (count, kind) = CountItems(value);
        if (!count.IsExact || count.Low > Most || kind is null or ObjectKind.Set)
        {
            return false;
        }

        for (var i = 0L; i < count.Low; i++)
        {
            into.Add(ItemAt(value, kind, i, node));
        }

        return true;
    }

    /// <summary>In the exact run whatever can be iterated over gives its items.</summary>
    private bool TryUnpackAll(Value value, List<Value> into, SyntaxNode node)
    {
        IterateInside(node, value, item =>
        {
            into.Add(item);
            RequireFew(into.Count);
            return Completion.Normal;
        });
        return _afterCall == Completion.Normal;
    }

    /// <summary><c>**options</c>: its entries by name, when all of them are known.</summary>
    private static bool TryUnpackMapping(Value value, List<(string Name, Value Value)> into)
    {
        if (value.Reference is not { Kind: ObjectKind.Dict, IsSummary: false } source)
        {
            return false;
        }

        var known = 0;
        foreach (var slot in source.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Key, Name: string name } && !slot.Value.IsAbsent)
            {
                into.Add((name, slot.Value));
                known++;
            }
        }

        return source.GetMeta(Meta.Length) == known;
    }

    private void Bind(HeapObject function, FunctionValue definition, CallArguments arguments)
    {
        var parameters = definition.Parameters;
        var positional = parameters.PositionalOnly.Length + parameters.Positional.Length;
        for (var i = 0; i < positional; i++)
        {
            var parameter = i < parameters.PositionalOnly.Length ? parameters.PositionalOnly[i] : parameters.Positional[i - parameters.PositionalOnly.Length];
            BindOne(function, parameter, i < arguments.Positional.Count ? arguments.Positional[i] : arguments.Find(parameter.Name), arguments);
        }

        foreach (var parameter in parameters.KeywordOnly)
        {
            BindOne(function, parameter, arguments.Find(parameter.Name), arguments);
        }

        if (parameters.VarArgs is { } rest)
        {
            SetName(rest.Name, PackPositional(rest, positional, arguments));
        }

        if (parameters.KeywordArgs is { } named)
        {
            SetName(named.Name, PackNamed(named, parameters, arguments));
        }
    }

    private readonly Dictionary<string, string> _defaultSlots = new(StringComparer.Ordinal);

    private string DefaultSlotOf(string parameter)
    {
        if (!_defaultSlots.TryGetValue(parameter, out var slot))
        {
            _defaultSlots.Add(parameter, slot = DefaultPrefix + parameter);
        }

        return slot;
    }

    private void BindOne(HeapObject function, Parameter parameter, Value value, CallArguments arguments)
    {
        if (value.IsAbsent)
        {
            var standard = function.Get(SlotKey.Attribute(DefaultSlotOf(parameter.Name)));
            value = standard.IsAbsent || (arguments.HasUnknownMore && !IsGrownDefault(function, parameter, standard)) ? Value.Join(standard, Value.Unknown) : standard;
        }

        SetName(parameter.Name, value);
    }

    /// <summary>The tuple behind <c>*rest</c>; the empty one is the same for all.</summary>
    private Value PackPositional(Parameter rest, int from, CallArguments arguments)
    {
        if (arguments.HasUnknownMore)
        {
            return Value.Unknown;
        }

        var extra = new List<Value>();
        for (var i = from; i < arguments.Positional.Count; i++)
        {
            extra.Add(arguments.Positional[i]);
        }

        return Value.Of(extra.Count == 0 ? _emptyTuple : NewTuple(extra, rest));
    }

    /// <summary>The dict behind <c>**options</c>: what no parameter is named after.</summary>
    private Value PackNamed(Parameter named, Arguments parameters, CallArguments arguments)
    {
        if (arguments.HasUnknownMore)
        {
            return Value.Unknown;
        }

        var created = _heap.Allocate(ObjectKind.Dict, named, _frame.Context);
        foreach (var (name, value) in arguments.Named)
        {
            if (!HasParameter(parameters, name))
            {
                SetKey(created, Value.OfText(name), value, named, isLiteral: true);
            }
        }

        return Value.Of(created);
    }

    private static bool HasParameter(Arguments parameters, string name)
    {
        foreach (var parameter in parameters.Positional)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var parameter in parameters.KeywordOnly)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the world passes: nothing is known of it. Where a default may be used it is left away.</summary>
    private static CallArguments UnknownArguments(FunctionValue definition)
    {
        var count = definition.Parameters.PositionalOnly.Length + definition.Parameters.Positional.Length - definition.Parameters.Defaults.Length;
        return new CallArguments([.. Enumerable.Repeat(Value.Unknown, Math.Max(0, count))], [], HasUnknownMore: true);
    }

    /// <summary>A container that each call without this argument grows: whatever else the world passes, at times it does not.</summary>
    private bool IsGrownDefault(HeapObject function, Parameter parameter, Value standard) =>
        standard.Reference is { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque }
        && function.Payload is FunctionValue definition
        && _scout.Value.Grows(definition.Definition, parameter.Name);
}
