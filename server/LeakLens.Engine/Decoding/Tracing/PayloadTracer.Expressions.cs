using System.Numerics;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Expressions.</summary>
internal sealed partial class PayloadTracer
{
    private Traced Evaluate(Expression expression, Frame frame)
    {
        Step();
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Traced.Unknown;
        }

        return expression switch
        {
            Constant constant => OfConstant(constant),
            Name name => Look(name, frame),
            Attribute attribute => Member(Evaluate(attribute.Value, frame), attribute.Name, isDisguised: false),
            Call call => Hint(EvaluateCall(call, frame)),
            BinOp operation => Hint(Operate(operation.Operator, Evaluate(operation.Left, frame), Evaluate(operation.Right, frame))),
            Subscript subscript => Hint(EvaluateSubscript(subscript, frame)),
            JoinedStr text => EvaluateText(text, frame),
            _ => EvaluateOther(expression, frame),
        };
    }

    private Traced Hint(Traced value)
    {
        _isHinted |= value.Value is not null && (value.From & (Provenance.Decoded | Provenance.Pieces)) != Provenance.None;
        return value;
    }

    private Traced EvaluateOther(Expression expression, Frame frame)
    {
        switch (expression)
        {
            case UnaryOp operation:
                return Operate(operation.Operator, Evaluate(operation.Operand, frame));
            case BoolOp operation:
                return EvaluateBool(operation, frame);
            case Compare comparison:
                return EvaluateCompare(comparison, frame);
            case IfExp choice:
                return Truth(Evaluate(choice.Test, frame)) switch
                {
                    true => Evaluate(choice.Body, frame),
                    false => Evaluate(choice.OrElse, frame),
                    _ => Traced.Prefer(Evaluate(choice.Body, frame), Evaluate(choice.OrElse, frame)),
                };
            case Lambda lambda:
                var function = MakeFunction(lambda, lambda.Parameters, frame);
                _functions.Add(function);
                return new Traced(function);
            case NamedExpr named:
                var value = Evaluate(named.Value, frame);
                frame.Bind(named.Target.Id, value);
                return value;
            case Await awaited:
                return Evaluate(awaited.Value, frame);
            case Yield yielded:
                (frame.Yields ??= []).Add(yielded.Value is { } given ? Evaluate(given, frame) : new Traced(KnownNone.Instance));
                return Traced.Unknown;
            case YieldFrom from:
                var source = Evaluate(from.Value, frame);
                (frame.Yields ??= []).AddRange(Items(source) ?? [new Traced(null, source.From)]);
                return Traced.Unknown;
            default:
                return EvaluateDisplay(expression, frame);
        }
    }

    private Traced EvaluateDisplay(Expression expression, Frame frame)
    {
        switch (expression)
        {
            case List list:
                return new Traced(new SequenceValue(SequenceKind.List, EvaluateAll(list.Elements, frame)));
            case Python.Syntax.Tuple tuple:
                return new Traced(new SequenceValue(SequenceKind.Tuple, EvaluateAll(tuple.Elements, frame)));
            case Set set:
                return new Traced(new SequenceValue(SequenceKind.Set, EvaluateAll(set.Elements, frame)));
            case Dict dict:
                return EvaluateDict(dict, frame);
            case ListComp list:
                return Comprehend(SequenceKind.List, list.Element, list.Generators, frame);
            case SetComp set:
                return Comprehend(SequenceKind.Set, set.Element, set.Generators, frame);
            case GeneratorExp generator:
                return Comprehend(SequenceKind.Iterator, generator.Element, generator.Generators, frame);
            case DictComp dict:
                var mapping = new MappingValue();
                Generate(dict.Generators, 0, new Frame(frame, function: null), inner =>
                {
                    var key = Evaluate(dict.Key, inner);
                    Store(new Traced(mapping), key, Evaluate(dict.Value, inner));
                });
                return new Traced(mapping);
            case Starred starred:
                return Evaluate(starred.Value, frame);
            case Slice slice:
                return new Traced(new SequenceValue(SequenceKind.Tuple, [OfBound(slice.Lower, frame), OfBound(slice.Upper, frame), OfBound(slice.Step, frame)]));
            default:
                return Traced.Unknown;
        }
    }

    private Traced OfBound(Expression? bound, Frame frame) => bound is null ? new Traced(KnownNone.Instance) : Evaluate(bound, frame);

    private static Traced OfConstant(Constant constant) => constant.LiteralKind switch
    {
        ConstantKind.None => new Traced(KnownNone.Instance),
        ConstantKind.True => new Traced(true),
        ConstantKind.False => new Traced(false),
        _ => new Traced(constant.Value switch
        {
            long number => new BigInteger(number),
            int number => new BigInteger(number),
            string or byte[] or BigInteger or double => constant.LiteralKind is ConstantKind.Imaginary ? null : constant.Value,
            _ => null,
        }),
    };

    private List<Traced> EvaluateAll(IReadOnlyList<Expression> elements, Frame frame)
    {
        var items = new List<Traced>(elements.Count);
        foreach (var element in elements)
        {
            var value = Evaluate(element, frame);
            if (element is Starred && Items(value) is { } several)
            {
                Step(several.Count);
                items.AddRange(several);
            }
            else
            {
                items.Add(value);
            }
        }

        return items;
    }

    private Traced EvaluateDict(Dict dict, Frame frame)
    {
        var mapping = new MappingValue();
        for (var i = 0; i < dict.Values.Length; i++)
        {
            var value = Evaluate(dict.Values[i], frame);
            if (dict.Keys[i] is { } key)
            {
                Store(new Traced(mapping), Evaluate(key, frame), value);
            }
            else if (value.Value is MappingValue other)
            {
                foreach (var inner in other.Order)
                {
                    mapping.Set(inner, other.Entries[inner]);
                }
            }
        }

        return new Traced(mapping);
    }

    private Traced Comprehend(SequenceKind kind, Expression element, IReadOnlyList<Comprehension> generators, Frame frame)
    {
        var items = new List<Traced>();
        var isKnown = Generate(generators, 0, new Frame(frame, function: null), inner => items.Add(Evaluate(element, inner)));
        return isKnown ? new Traced(new SequenceValue(kind, items)) : new Traced(null, items.Aggregate(Provenance.None, static (all, one) => all | one.From));
    }

    /// <summary>False when it is not known how many there are; each was seen once then.</summary>
    private bool Generate(IReadOnlyList<Comprehension> generators, int index, Frame frame, Action<Frame> made)
    {
        if (index == generators.Count)
        {
            made(frame);
            return true;
        }

        var clause = generators[index];
        var iterable = Evaluate(clause.Iterable, frame);
        var items = Items(iterable);
        var isKnown = items is not null;
        foreach (var item in items ?? [new Traced(null, iterable.From, iterable.Layers)])
        {
            Step();
            Bind(clause.Target, item, frame);
            var isTaken = true;
            foreach (var condition in clause.Conditions)
            {
                isTaken &= Truth(Evaluate(condition, frame)) != false;
            }

            if (isTaken)
            {
                isKnown &= Generate(generators, index + 1, frame, made);
            }
        }

        return isKnown;
    }

    private Traced EvaluateBool(BoolOp operation, Frame frame)
    {
        var result = Traced.Unknown;
        foreach (var part in operation.Values)
        {
            var value = Evaluate(part, frame);
            if (Truth(value) is not { } truth)
            {
                // Either may be what it comes to.
                result = Traced.Prefer(result, value);
                continue;
            }

            if (truth == operation.Operator is BoolOperator.Or)
            {
                return result.Value is null ? value : Traced.Prefer(result, value);
            }

            result = result.From == Provenance.None && result.Value is null ? value : result;
        }

        return result;
    }

    private Traced EvaluateCompare(Compare comparison, Frame frame)
    {
        var left = Evaluate(comparison.Left, frame);
        bool? all = true;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            var right = Evaluate(comparison.Comparators[i], frame);
            all = Compare(comparison.Operators[i], left, right) switch { false => false, null => all == false ? false : null, _ => all };
            left = right;
        }

        return new Traced(all is { } truth ? truth : null);
    }

    private bool? Compare(CompareOperator operation, Traced left, Traced right)
    {
        if (operation is CompareOperator.In or CompareOperator.NotIn)
        {
            return Contains(right, left) is { } found ? found == operation is CompareOperator.In : null;
        }

        if (ToKnown(left) is not { } first || ToKnown(right) is not { } second)
        {
            return operation switch
            {
                CompareOperator.Is when right.Value is KnownNone && IsSomething(left) => false,
                CompareOperator.IsNot when right.Value is KnownNone && IsSomething(left) => true,
                _ => null,
            };
        }

        return operation switch
        {
            CompareOperator.Eq or CompareOperator.Is => KnownComparison.AreEqual(first, second),
            CompareOperator.NotEq or CompareOperator.IsNot => !KnownComparison.AreEqual(first, second),
            CompareOperator.Lt => KnownComparison.Compare(first, second) < 0,
            CompareOperator.LtE => KnownComparison.Compare(first, second) <= 0,
            CompareOperator.Gt => KnownComparison.Compare(first, second) > 0,
            CompareOperator.GtE => KnownComparison.Compare(first, second) >= 0,
            _ => null,
        };
    }

    /// <summary>It is not None. What a library gives back may be.</summary>
    private static bool IsSomething(Traced value) => value.Value is not (null or KnownNone or MethodValue) && !(value.Value is LibraryValue { Name: var name } && name.Contains("()", StringComparison.Ordinal));

    private bool? Contains(Traced container, Traced sought)
    {
        switch (container.Value)
        {
            case string text when sought.Value is string part:
                Step(text.Length / BytesPerStep);
                return text.Contains(part, StringComparison.Ordinal);
            case byte[] bytes when sought.Value is byte[] part:
                Step(bytes.Length / BytesPerStep);
                return bytes.AsSpan().IndexOf(part) >= 0;
            case byte[] bytes when KnownCall.ToSmall(sought.Value) is { } one:
                Step(bytes.Length / BytesPerStep);
                return one is >= 0 and <= 255 && Array.IndexOf(bytes, (byte)one) >= 0;
            case MappingValue mapping when KeyOf(sought.Value) is { } key:
                return mapping.Entries.ContainsKey(key);
            case SequenceValue sequence when ToKnown(sought) is { } item && sequence.Items.TrueForAll(static one => one.Value is string or byte[] or BigInteger or bool or double or KnownNone):
                Step(sequence.Items.Count);
                return sequence.Items.Exists(one => one.Value is { } value && KnownComparison.AreEqual(value, item) == true);
            default:
                return null;
        }
    }

    private Traced EvaluateText(JoinedStr text, Frame frame)
    {
        var result = new Traced(string.Empty);
        foreach (var part in text.Values)
        {
            var piece = part is FormattedValue field ? OfField(field, frame) : Evaluate(part, frame);
            result = Operate(BinaryOperator.Add, result, piece);
        }

        return result;
    }

    private Traced OfField(FormattedValue field, Frame frame)
    {
        var value = Evaluate(field.Value, frame);
        if (value.Value is string && field is { FormatSpec: null, Conversion: <= 0 or 's' })
        {
            return value;
        }

        var specification = field.FormatSpec is { } given ? EvaluateText(given, frame).Value as string : string.Empty;
        return value.Become(ToKnown(value) is { } known && specification is not null && field.Conversion <= 0 ? NumberFormat.Format(known, specification) : null);
    }
}
