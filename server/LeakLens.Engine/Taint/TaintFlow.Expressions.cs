using LeakLens.Engine.Rules.Code;
using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>What expressions give, and the operators that take as much as a number says.</summary>
internal sealed partial class TaintFlow
{
    private const TaintFacets Texts = TaintFacets.Content | TaintFacets.Long | TaintFacets.Raw;

    private static readonly TaintSink Operation = new("LL501", string.Empty, TaintFacets.Big, 0, string.Empty, [], -1, 0, Findings.FindingLevel.Error, TaintSinkKind.Amount, []);

    private TaintValue Evaluate(Expression expression)
    {
        if (!_analysis.Step())
        {
            return TaintValue.None;
        }

        return expression switch
        {
            Name name => OfName(name),
            Attribute attribute => OfAttribute(attribute),
            Subscript item => OfSubscript(item),
            Call call => OfCall(call),
            BinOp operation => Combine(operation, operation.Operator, operation.Left, Evaluate(operation.Left), operation.Right, Evaluate(operation.Right)),
            UnaryOp { Operator: not UnaryOperator.Not } unary => Evaluate(unary.Operand),
            BoolOp several => OfAll(several.Values),
            IfExp choice => OfChoice(choice),
            NamedExpr named => OfNamed(named),
            Await waiting => Evaluate(waiting.Value),
            Starred starred => Evaluate(starred.Value),
            JoinedStr text => OfJoined(text),
            Tuple tuple => OfAll(tuple.Elements).Without(TaintFacets.Long),
            List list => OfAll(list.Elements).Without(TaintFacets.Long),
            Set set => OfAll(set.Elements).Without(TaintFacets.Long),
            Dict dict => OfAll(dict.Values).Without(TaintFacets.Long),
            ListComp list => OfComprehension(list.Generators, list.Element),
            SetComp set => OfComprehension(set.Generators, set.Element),
            GeneratorExp generator => OfComprehension(generator.Generators, generator.Element),
            DictComp dict => OfComprehension(dict.Generators, dict.Value ?? dict.Key),
            Yield { Value: { } value } => Ignore(value),
            Compare compare => OfCompare(compare),
            UnaryOp unary => Ignore(unary.Operand),
            _ => TaintValue.None,
        };
    }

    private TaintValue Ignore(Expression expression)
    {
        Evaluate(expression);
        return TaintValue.None;
    }

    private TaintValue OfCompare(Compare compare)
    {
        Evaluate(compare.Left);
        OfAll(compare.Comparators);
        return TaintValue.None;
    }

    private TaintValue OfAll(ImmutableArray<Expression> expressions)
    {
        var sum = TaintValue.None;
        foreach (var expression in expressions)
        {
            sum = sum.Or(Evaluate(expression));
        }

        return sum;
    }

    private TaintValue OfNamed(NamedExpr named)
    {
        var value = Evaluate(named.Value);
        Bind(named.Target, value);
        return value;
    }

    private TaintValue OfChoice(IfExp choice)
    {
        Evaluate(choice.Test);
        var before = _env.Copy();
        Refine(choice.Test, outcome: true);
        var chosen = Evaluate(choice.Body);
        _env = before.Copy();
        Refine(choice.Test, outcome: false);
        var other = Evaluate(choice.OrElse);
        _env = before;
        return chosen.Or(other);
    }

    private TaintValue OfComprehension(ImmutableArray<Comprehension> generators, Expression element)
    {
        var before = _env.Copy();
        var isLong = false;
        foreach (var generator in generators)
        {
            var iterable = Evaluate(generator.Iterable);
            isLong |= iterable.Has(TaintFacets.Long);
            Bind(generator.Target, ItemOf(iterable, generator.Iterable));
            foreach (var test in generator.Conditions)
            {
                Evaluate(test);
                Refine(test, outcome: true);
            }
        }

        var value = Evaluate(element);
        _env = before;
        return isLong ? value : value.Without(TaintFacets.Long);
    }

    private TaintValue OfName(Name name)
    {
        if (_env.TryGet(name.Id, out var known))
        {
            return known;
        }

        if (_context.Names.Resolve(name) is { } path)
        {
            return OfPath(path.Text, name);
        }

        return _function is null ? TaintValue.None : _analysis.Global(name.Id);
    }

    /// <summary>What a library's name stands for.</summary>
    private TaintValue OfPath(string path, Expression node)
    {
        if (_data.Values.TryGetValue(path, out var type))
        {
            return _data.Types.TryGetValue(type, out var direct) && direct.Members.TryGetValue("()", out var member) ? Give(direct, member, node) : new(TaintFacets.None, Type: type);
        }

        return TaintValue.None;
    }

    private TaintValue Give(TaintType type, TaintMember member, Expression node)
    {
        var facets = member.Facets;
        if ((facets & TaintFacets.Long) != TaintFacets.None && (_env.IsSizeChecked || _analysis.Types.IsBounded(type)))
        {
            facets &= ~TaintFacets.Long;
        }

        return new(facets, facets == TaintFacets.None ? null : new TaintOrigin(node, type.What, type.Trust), Type: member.Type);
    }

    private TaintValue OfAttribute(Attribute attribute)
    {
        if (TaintPath.Of(attribute) is { } path && _env.TryGet(path, out var known))
        {
            return known;
        }

        if (_context.Names.Resolve(attribute) is { } name && OfPath(name.Text, attribute) is var found && found != TaintValue.None)
        {
            return found;
        }

        if (_class is not null && attribute.Value is Name { Id: var holder } && string.Equals(holder, _self, StringComparison.Ordinal))
        {
            var given = _analysis.Types.OfSelf(_class, attribute.Name);
            return given.Type is { } own && _analysis.Types.Member(own, "()") is var (direct, itself) ? Give(direct, itself, attribute)
                : given != TaintValue.None ? given : PropertyOf(_class, attribute.Name) is { } property ? _analysis.SummaryOf(property).Result : _analysis.Field(_class, attribute.Name);
        }

        var value = Evaluate(attribute.Value);
        if (value.Type is { } type)
        {
            if (_analysis.Types.Member(type, attribute.Name) is var (known2, member))
            {
                return Give(known2, member, attribute);
            }

            if (_analysis.Types.Declared(type, attribute.Name) is var (parser, declared))
            {
                return Give(parser, declared, attribute);
            }

            return _data.Types.ContainsKey(type) ? TaintValue.None : _analysis.Types.OfModelField(type, attribute.Name, value);
        }

        // Of what a caller handed in nothing is known but that it is the caller's.
        return value.Parameter > 0 && value.Origin is null ? TaintValue.None : value;
    }

    private FunctionDef? PropertyOf(ClassDef type, string name) => Definitions.MethodOf(_context, type, name) is { } method
        && method.Decorators.Any(decorator => _context.Names.Resolve(decorator)?.Text is "builtins.property" or "functools.cached_property") ? method : null;

    private TaintValue OfSubscript(Subscript item)
    {
        if (TaintPath.Of(item) is { } path && _env.TryGet(path, out var known))
        {
            return known;
        }

        var value = Evaluate(item.Value);
        if (value.Type is { } type && type.EndsWith("[]", StringComparison.Ordinal))
        {
            return new(TaintFacets.None, Type: type[..^2]);
        }

        if (value.Type is { } holder && _analysis.Types.Member(holder, "[]") is var (known2, member))
        {
            return Give(known2, member, item);
        }

        if (item.Index is Slice slice)
        {
            return slice.Upper is { } upper && !Evaluate(upper).Has(TaintFacets.Big) ? value.Without(TaintFacets.Long) : slice.Lower is UnaryOp ? value.Without(TaintFacets.Long) : value;
        }

        Evaluate(item.Index);

        // A character, or a number below 256.
        return value.Has(TaintFacets.Raw) && item.Index is not Constant { Value: string } ? TaintValue.None : value;
    }

    /// <summary>What a loop gets, one at a time.</summary>
    private TaintValue ItemOf(TaintValue value, Expression iterable)
    {
        if (value.Type is { } type && type.EndsWith("[]", StringComparison.Ordinal))
        {
            return new(TaintFacets.None, Type: type[..^2]);
        }

        if (_analysis.Types.HasIterables && (value.Type ?? (value == TaintValue.None ? Makers.Of(_context, iterable) : null)) is { } holder && _analysis.Types.Member(holder, "for") is var (known, member))
        {
            return Give(known, member, iterable);
        }

        return (iterable is Call call && NameOf(call) is "builtins.range" or "builtins.enumerate") || value.Has(TaintFacets.Raw) ? value.Without(TaintFacets.Any & ~TaintFacets.Content) : value;
    }

    private TaintValue OfJoined(JoinedStr text)
    {
        var sum = TaintValue.None;
        foreach (var part in text.Values)
        {
            if (part is FormattedValue formatted)
            {
                sum = sum.Or(Evaluate(formatted.Value).Without(TaintFacets.Big));
                foreach (var width in formatted.FormatSpec?.Values ?? [])
                {
                    if (width is FormattedValue { Value: var number })
                    {
                        Hit(Evaluate(number), TaintFacets.Big, Operation, text, "the width of this text");
                    }
                }
            }
        }

        return sum;
    }

    private TaintValue Combine(SyntaxNode node, BinaryOperator operation, Expression leftNode, TaintValue left, Expression rightNode, TaintValue right)
    {
        switch (operation)
        {
            case BinaryOperator.Mult:
                return Multiply(node, leftNode, left, rightNode, right);
            case BinaryOperator.Mod when leftNode is Constant { Value: string } or JoinedStr:
                return right.Without(TaintFacets.Big);
            case BinaryOperator.Mod:
                return right.Has(TaintFacets.Big) ? left : left.Without(TaintFacets.Any);
            case BinaryOperator.BitAnd:
                return left.Has(TaintFacets.Big) && right.Has(TaintFacets.Big) ? left : TaintValue.None;
            case BinaryOperator.LShift:
                Hit(right, TaintFacets.Big, Operation, node, "the digits of this number");
                return left.Or(right);
            case BinaryOperator.Pow:
                Hit(right, TaintFacets.Big, Operation, node, "the digits of this number");
                return left.Or(right);
            case BinaryOperator.RShift:
                return left;
            default:
                return left.Or(right);
        }
    }

    /// <summary>A text or list, as many times as a number says; or a text of any length, many times.</summary>
    private TaintValue Multiply(SyntaxNode node, Expression leftNode, TaintValue left, Expression rightNode, TaintValue right)
    {
        if (IsSequence(leftNode, left))
        {
            Hit(right, TaintFacets.Big, Operation, node, "how often this is repeated");
        }
        else if (IsSequence(rightNode, right))
        {
            Hit(left, TaintFacets.Big, Operation, node, "how often this is repeated");
        }

        if (rightNode is Constant { Value: long many } && many >= ManyTimes && left.Has(TaintFacets.Long) && left.Has(TaintFacets.Raw))
        {
            Hit(left, TaintFacets.Long, Operation with { Times = many }, node, "the length of what is repeated");
        }

        return left.Or(right);
    }

    private const long ManyTimes = 1000;

    private bool IsSequence(Expression node, TaintValue value) => node switch
    {
        List or Tuple or JoinedStr or Constant { LiteralKind: ConstantKind.String or ConstantKind.Bytes } => true,
        Name name => value.Has(TaintFacets.Raw) || Rules.Code.Origins.Of(name, _function) is List or Tuple or JoinedStr or Constant { LiteralKind: ConstantKind.String or ConstantKind.Bytes },
        BinOp { Operator: BinaryOperator.Add or BinaryOperator.Mult } sum => IsSequence(sum.Left, TaintValue.None),
        Call call => value.Has(TaintFacets.Raw) || NameOf(call) is "builtins.bytes" or "builtins.bytearray" or "builtins.str" or "builtins.list" or "builtins.chr",
        _ => value.Has(TaintFacets.Raw),
    };
}
