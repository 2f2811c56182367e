using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>What a test says of the values it asks for, on each of its ways.</summary>
internal sealed partial class TaintFlow
{
    private void Refine(Expression test, bool outcome)
    {
        switch (test)
        {
            case UnaryOp { Operator: UnaryOperator.Not } not:
                Refine(not.Operand, !outcome);
                break;
            case BoolOp several when outcome == (several.Operator is BoolOperator.And) || !outcome:
                // Of "n is not None and n > MOST" that is false, either n is None or it is bounded.
                foreach (var value in several.Values)
                {
                    Refine(value, outcome);
                }

                break;
            case Compare compare:
                RefineCompare(compare, outcome);
                break;
            case Call call:
                RefineCall(call);
                break;
            case NamedExpr named:
                Refine(named.Value, outcome);
                break;
            default:
                break;
        }
    }

    /// <summary>A function that is asked about a value may ask for its size: on which way it is bounded is not known, and neither is told.</summary>
    private void RefineCall(Call call)
    {
        var name = _context.Names.Resolve(call.Function)?.Text;
        if (name is not null && name.StartsWith("builtins.", StringComparison.Ordinal) && name is not "builtins.all" and not "builtins.any")
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (TaintPath.Of(argument) is { } path && _env.TryGet(path, out var value) && value.Has(TaintFacets.Any))
            {
                _env.Refine(path, value.Without(TaintFacets.Big | TaintFacets.Long));
            }
        }
    }

    private void RefineCompare(Compare compare, bool outcome)
    {
        var left = compare.Left;
        for (var i = 0; i < compare.Comparators.Length; i++)
        {
            var right = compare.Comparators[i];

            // Of a chain that is false any part may be; that it leaves is what it is there for.
            RefinePair(left, compare.Operators[i], right, outcome);
            left = right;
        }
    }

    private void RefinePair(Expression left, CompareOperator operation, Expression right, bool outcome)
    {
        switch (operation)
        {
            case CompareOperator.Gt or CompareOperator.GtE:
                Bound(outcome ? right : left, outcome ? left : right);
                break;
            case CompareOperator.Lt or CompareOperator.LtE:
                Bound(outcome ? left : right, outcome ? right : left);
                break;
            case CompareOperator.Eq when outcome:
            case CompareOperator.NotEq when !outcome:
            case CompareOperator.In when outcome:
            case CompareOperator.NotIn when !outcome:
                Clear(left);
                Clear(right);
                break;
            default:
                break;
        }
    }

    /// <summary>One side is not more than the other.</summary>
    private void Bound(Expression smaller, Expression larger)
    {
        if (Evaluate(larger).Has(TaintFacets.Big))
        {
            return;
        }

        switch (smaller)
        {
            case Call { Arguments: [var measured] } length when NameOf(length) is "builtins.len":
                Take(measured, TaintFacets.Long);
                _env.IsSizeChecked |= Evaluate(measured).Has(TaintFacets.Any);
                break;
            case Call { Arguments: [var number, ..] } conversion when NameOf(conversion) is { } name && (name is "builtins.abs" || _data.Set("numbers").Contains(name)):
                Clear(number);
                break;
            case BinOp operation:
                Bound(operation.Left, larger);
                Bound(operation.Right, larger);
                break;
            case Call or Attribute or Subscript when AsksForSize(smaller):
                _env.IsSizeChecked = true;
                Take(smaller, TaintFacets.Any);
                break;
            default:
                Take(smaller, TaintFacets.Big);
                break;
        }
    }

    /// <summary>The size of a file, the length that a header claims, how far a stream has been read.</summary>
    private bool AsksForSize(Expression expression) => expression switch
    {
        Attribute attribute => _data.Set("sizes").Contains(attribute.Name),
        Call { Function: Attribute method } call => _data.Set("sizes").Contains(method.Name) || (_context.Names.Resolve(call.Function) is { } name && _data.Set("sizeCalls").Contains(name.Text)) || AsksForSize(method.Value),
        Subscript { Index: Constant { Value: string key } } => string.Equals(key, "content-length", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private void Take(Expression expression, TaintFacets facets)
    {
        if (TaintPath.Of(expression) is { } path)
        {
            var value = Evaluate(expression);
            if ((facets & TaintFacets.Big) != TaintFacets.None && value.Origin is not null && Origins.Of(expression, _function) is var origin && ComesFromHeader(origin))
            {
                _env.IsSizeChecked = true;
            }

            if (value.Has(facets))
            {
                _env.Refine(path, value.Without(facets));
            }
        }
    }

    private bool ComesFromHeader(Expression origin) => origin switch
    {
        Call { Arguments: [var text, ..] } conversion when NameOf(conversion) is "builtins.int" => ComesFromHeader(text),
        Call { Function: Attribute { Name: "get" }, Arguments: [Constant { Value: string key }, ..] } => string.Equals(key, "content-length", StringComparison.OrdinalIgnoreCase) || key is "CONTENT_LENGTH",
        BoolOp { Values: [var first, ..] } => ComesFromHeader(first),
        _ => AsksForSize(origin),
    };

    private void Clear(Expression expression)
    {
        if (TaintPath.Of(expression) is { } path && Evaluate(expression) is var value && value.Has(TaintFacets.Any))
        {
            _env.Refine(path, value.Without(TaintFacets.Any));
        }
    }
}
