using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Dates;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Expressions.</summary>
internal sealed partial class Evaluator
{
    private Completion _afterCall;

    private Value EvaluateOptional(Expression? expression) => expression is null ? Value.Absent : Evaluate(expression);

    private Value Evaluate(Expression expression)
    {
        // Most expressions are leaves, which need no room on the stack.
        switch (expression)
        {
            case Constant constant:
                return ConstantFolder.OfConstant(constant);
            case Name name:
                return IsExact ? RequireName(name) : GetName(name.Id);
            default:
                // What stands behind the place where an exception left is not evaluated.
                return (!IsExact || _afterCall == Completion.Normal) && HasStack() ? EvaluateNested(expression) : Value.Unknown;
        }
    }

    private Value EvaluateNested(Expression expression)
    {
        switch (expression)
        {
            case Attribute attribute:
                return Doubted(GetAttribute(Evaluate(attribute.Value), attribute.Name, attribute), "AttributeError");
            case Call call:
                return EvaluateCall(call);
            case BinOp operation:
                return Doubted(Noted(EvaluateBinary(operation), operation), "ArithmeticError", "TypeError");
            case Compare comparison:
                return EvaluateCompare(comparison);
            case Subscript subscript:
                return Doubted(GetItem(Evaluate(subscript.Value), subscript), "LookupError", "TypeError");
            case JoinedStr joined:
                return EvaluateJoined(joined);
            case List list:
                return Value.Of(NewDisplay(ObjectKind.List, list.Elements, list));
            case Tuple tuple:
                return EvaluateTuple(tuple);
            case Dict dict:
                return EvaluateDict(dict);
            default:
                return EvaluateRare(expression);
        }
    }

    /// <summary>Where the value is not known, neither is whether there was one; times are.</summary>
    private Value Doubted(Value value, string exception, string? other = null)
    {
        if (value.IsUnknown && value.Reference is not { Known: KnownTime })
        {
            Doubt(exception);
            Doubt(other ?? exception);
        }

        return value;
    }

    private Value EvaluateRare(Expression expression)
    {
        switch (expression)
        {
            case Set set:
                return EvaluateSet(set);
            case UnaryOp unary:
                return EvaluateUnary(unary);
            case BoolOp operation:
                return EvaluateBoolean(operation);
            case IfExp conditional:
                return EvaluateConditional(conditional);
            case NamedExpr named:
                var value = Evaluate(named.Value);
                AssignUnlessLeft(named.Target, value);
                return value;
            case Lambda lambda:
                return DefineLambda(lambda);
            case ListComp comprehension:
                return Noted(EvaluateComprehension(ObjectKind.List, comprehension, comprehension.Generators, comprehension.Element, value: null), comprehension);
            case SetComp comprehension:
                return Noted(EvaluateComprehension(ObjectKind.Set, comprehension, comprehension.Generators, comprehension.Element, value: null), comprehension);
            case DictComp comprehension:
                return Noted(EvaluateComprehension(ObjectKind.Dict, comprehension, comprehension.Generators, comprehension.Key, comprehension.Value), comprehension);
            case GeneratorExp generator:
                return NewGenerator(generator);
            case Await awaited:
                return EvaluateAwait(awaited);
            case Yield yield:
                return EvaluateYield(yield);
            case YieldFrom delegated:
                return EvaluateYieldFrom(delegated);
            case Starred starred:
                return Evaluate(starred.Value);
            default:
                return Value.Unknown;
        }
    }

    private Value EvaluateTuple(Tuple tuple)
    {
        if (!ConstantFolder.IsConstantTuple(tuple))
        {
            return Value.Of(NewDisplay(ObjectKind.Tuple, tuple.Elements, tuple));
        }

        return ConstantOf(tuple, NewDisplay(ObjectKind.Tuple, tuple.Elements, tuple));
    }

    /// <summary>The one object that CPython's compiler made for a constant expression.</summary>
    private Value ConstantOf(Expression expression, HeapObject made)
    {
        if (!_constants.TryGetValue(expression, out var shared))
        {
            _constants.Add(expression, shared = made);
        }

        return Value.Of(shared);
    }

    private Value EvaluateConditional(IfExp conditional)
    {
        switch (Test(conditional.Test))
        {
            case true:
                return Evaluate(conditional.Body);
            case false:
                return Evaluate(conditional.OrElse);
            default:
                var first = Value.Absent;
                var second = Value.Absent;
                _afterCall = Fork(
                    () =>
                    {
                        first = Evaluate(conditional.Body);
                        return AfterCall();
                    },
                    () =>
                    {
                        second = Evaluate(conditional.OrElse);
                        return AfterCall();
                    });
                return Value.Join(first, second);
        }
    }

    private Value EvaluateBoolean(BoolOp operation)
    {
        var joined = Value.Absent;
        return EvaluateBoolean(operation, 0, ref joined);
    }

    private Value EvaluateBoolean(BoolOp operation, int index, ref Value joined)
    {
        var value = Evaluate(operation.Values[index]);
        if (index == operation.Values.Length - 1)
        {
            return Value.Join(joined, value);
        }

        var goesOn = operation.Operator == BoolOperator.And;
        var truth = Truth(value, operation.Values[index]);
        if (truth == !goesOn)
        {
            return Value.Join(joined, value);
        }

        if (truth is null)
        {
            joined = Value.Join(joined, value);
            var rest = Value.Absent;
            var sofar = joined;
            MaybeCall(() => rest = EvaluateBoolean(operation, index + 1, ref sofar));
            return Value.Join(joined, rest);
        }

        return EvaluateBoolean(operation, index + 1, ref joined);
    }

    private Value EvaluateUnary(UnaryOp unary)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            return Test(unary.Operand) is { } truth ? Value.OfBool(!truth) : Value.AnyBool;
        }

        var operand = Evaluate(unary.Operand);
        return operand.Kind == ValueKind.Float && unary.Operator == UnaryOperator.USub && ConstantFolder.TryFold(unary) is { } folded ? folded : ApplyUnary(unary.Operator, operand, unary);
    }

    private Value ApplyUnary(UnaryOperator operation, Value operand, SyntaxNode node)
    {
        if (operand.Kind is not (ValueKind.Int or ValueKind.Bool))
        {
            return operand.Kind == ValueKind.Float && operation != UnaryOperator.Invert
                ? operation == UnaryOperator.UAdd ? operand : Value.OfFloat(-operand.FloatValue, _heap.Allocate(ObjectKind.Float, node, _frame.Context))
                : ApplyUnaryToObject(operation, operand, node);
        }

        if (operand.LargeInt is { } large)
        {
            return operation == UnaryOperator.UAdd ? operand : LowerAnew(operation == UnaryOperator.USub ? -large : -large - 1, node);
        }

        return operation switch
        {
            UnaryOperator.USub => NewInt(Quantity.Negate(operand.Number), node),
            UnaryOperator.UAdd => operand,
            _ => NewInt(Quantity.Negate(operand.Number) - Quantity.One, node),
        };
    }

    /// <summary>An object of the program has a method for it; what a number times minus one is, its negative is too.</summary>
    private Value ApplyUnaryToObject(UnaryOperator operation, Value operand, SyntaxNode node)
    {
        if (IsPrecise && operation != UnaryOperator.Invert && Lift(operand) is KnownObject known)
        {
            return operation == UnaryOperator.UAdd ? operand : known.Negated is { } negated ? Lower(negated, node) ?? Value.Unknown : TryOperate(BinaryOperator.Mult, operand, Value.OfInt(-1), node) ?? Value.Unknown;
        }

        _lifted.Clear();

        if (IsExact && operation == UnaryOperator.Invert && InvertFlag(operand, node) is { } others)
        {
            return others;
        }

        var name = operation switch
        {
            UnaryOperator.USub => "__neg__",
            UnaryOperator.UAdd => "__pos__",
            _ => "__invert__",
        };
        return CallSpecial(operand, name, CallArguments.None, node)
            ?? (operand.Reference is { Payload: TypeModel model } && model.FindMethod(name) is not null ? CallMethod(operand, name, CallArguments.None, node) : Value.Unknown);
    }

    /// <summary>An f-string: the lengths of its parts added up.</summary>
    private Value EvaluateJoined(JoinedStr joined)
    {
        var builder = new TextBuilder(LongestText);
        var parts = IsExact ? new Value[joined.Values.Length] : [];
        for (var i = 0; i < joined.Values.Length; i++)
        {
            var part = joined.Values[i] is FormattedValue field ? Format(field) : Evaluate(joined.Values[i]);
            if (IsExact)
            {
                parts[i] = part;
            }

            var (length, kind, text) = TextOf(part);
            if (text is not null)
            {
                builder.Append(text);
            }
            else
            {
                builder.AppendUnknown(length, kind);
            }
        }

        return NameJoined(NewStr(builder.Length, builder.Kind, builder.Text, joined), parts);
    }

    private Value Format(FormattedValue field)
    {
        var value = Evaluate(field.Value);
        if (field.FormatSpec is { } spec)
        {
            return FormatWithSpec(value, spec, field);
        }

        if (IsExact && field.Conversion is not ('r' or 'a' or 's') && _afterCall == Completion.Normal && FormatExactly(value, string.Empty, field) is { } own)
        {
            return own;
        }

        return field.Conversion == 'a' ? StringifyAscii(value, field) : Stringify(value, field, isRepr: field.Conversion == 'r');
    }

    private Value FormatWithSpec(Value value, JoinedStr spec, FormattedValue field)
    {
        if (field.Conversion is 'r' or 'a' or 's')
        {
            value = field.Conversion == 'a' ? StringifyAscii(value, field) : Stringify(value, field, isRepr: field.Conversion != 's');
        }

        var text = (string?)string.Empty;
        foreach (var part in spec.Values)
        {
            var piece = part is FormattedValue inner ? Format(inner) : Evaluate(part);
            text = KnownText(piece) is { } known && text is not null ? text + known : null;
        }

        if (IsExact && text is not null && _afterCall == Completion.Normal && FormatExactly(value, text, field) is { } own)
        {
            return own;
        }

        if (text is not null && TryFormat(value, text, field) is { } formatted)
        {
            return formatted;
        }

        return text is not null && FieldFormat.Parse(text) is { } format
            ? FormatValue(value, format, field)
            : NewStr(Quantity.SomeLength, StringKind.Ascii, text: null, spec);
    }

    private Value EvaluateComprehension(ObjectKind kind, Expression node, ImmutableArray<Comprehension> clauses, Expression element, Expression? value)
    {
        var container = _heap.Allocate(kind, node, _frame.Context);
        BeginFilling(container);
        var completion = InComprehension(node, clauses, Evaluate(clauses[0].Iterable), () =>
        {
            var item = Evaluate(element);
            var second = EvaluateOptional(value);
            if (AfterCall() is var broken and not Completion.Normal)
            {
                return broken;
            }

            if (value is null)
            {
                Add(container, item, node, "comprehension");
            }
            else
            {
                SetKey(container, item, second, node, isLiteral: false);
            }

            return Completion.Normal;
        });
        EndFilling(container);
        _afterCall = completion is Completion.Raise or Completion.Diverge ? completion : _afterCall;
        return Value.Of(container);
    }

    private Completion InComprehension(Expression node, ImmutableArray<Comprehension> clauses, Value first, Func<Completion> action)
    {
        var outer = _frame;
        _frame = NewFrame(_frame.Module.Scopes.GetScope(node), node, outer, outer, outer.Context);
        _frame.OnYield = outer.OnYield;
        var completion = RunClauses(clauses, 0, first, action);
        _frame = outer;
        return completion;
    }

    private Completion RunClauses(ImmutableArray<Comprehension> clauses, int index, Value iterable, Func<Completion> action)
    {
        var clause = clauses[index];
        if (IsTooLong(clauses))
        {
            return Completion.Normal;
        }

        return Iterate(clause, iterable, item =>
        {
            Assign(clause.Target, item);
            return RunConditions(clause, 0, () => index + 1 < clauses.Length
                ? RunClauses(clauses, index + 1, Evaluate(clauses[index + 1].Iterable), action)
                : action());
        });
    }

    /// <summary>Each clause runs inside the one before it: more than any program has are not followed.</summary>
    private bool IsTooLong(ImmutableArray<Comprehension> clauses)
    {
        const int Most = 64;
        if (clauses.Length <= Most)
        {
            foreach (var clause in clauses)
            {
                if (clause.Conditions.Length > Most)
                {
                    _unfinished ??= clause;
                    return true;
                }
            }

            return false;
        }

        _unfinished ??= clauses[0];
        return true;
    }

    private Completion RunConditions(Comprehension clause, int index, Func<Completion> action)
    {
        if (index >= clause.Conditions.Length)
        {
            return action();
        }

        return Test(clause.Conditions[index]) switch
        {
            true => RunConditions(clause, index + 1, action),
            false => Completion.Normal,
            null => Fork(() => RunConditions(clause, index + 1, action), static () => Completion.Normal),
        };
    }
}
