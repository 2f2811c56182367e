using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>
/// What is known to be true or false where something is acquired: the tests around it, those that would have led away before, and
/// flags that are set beside it. A release under the same condition is then no conditional one. That a name is given another value in
/// between is not looked at: it would be rare, and saying nothing is the lesser error.
/// </summary>
internal sealed class PathConditions
{
    private readonly List<(Expression Test, bool Outcome)> _known = [];
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private readonly List<(string Name, Expression Value)> _elsewhere = [];

    private PathConditions()
    {
    }

    public static PathConditions At(SyntaxNode place, CodeMap code)
    {
        var conditions = new PathConditions();
        var inner = place;
        var isInnermost = true;
        foreach (var around in code.Around(place))
        {
            if (isInnermost && around is Assign assign)
            {
                conditions.AddBound(assign);
            }

            if (inner is Statement statement)
            {
                conditions.AddBlock(around, statement, isInnermost);
                isInnermost = false;
            }

            if (around is FunctionDef or Lambda or ClassDef or Module)
            {
                break;
            }

            inner = around;
        }

        return conditions;
    }

    /// <summary>The test does not come out like that.</summary>
    public bool IsExcluded(Expression test, bool outcome) => Evaluate(test) is { } known && known != outcome;

    /// <summary>The truth of an expression that a compiler would know.</summary>
    public static bool? ValueOf(Expression test) => test switch
    {
        Constant { LiteralKind: ConstantKind.True } => true,
        Constant { LiteralKind: ConstantKind.False or ConstantKind.None } => false,
        Constant { Value: long number } => number != 0,
        UnaryOp { Operator: UnaryOperator.Not } not => !ValueOf(not.Operand),
        _ => null,
    };

    /// <summary>Two expressions that ask the same, when nothing between them changes what they ask for.</summary>
    public static bool IsSame(Expression left, Expression right) => (left, right) switch
    {
        (Name one, Name other) => string.Equals(one.Id, other.Id, StringComparison.Ordinal),
        (LeakLens.Python.Syntax.Attribute one, LeakLens.Python.Syntax.Attribute other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal) && IsSame(one.Value, other.Value),
        (UnaryOp one, UnaryOp other) => one.Operator == other.Operator && IsSame(one.Operand, other.Operand),
        (Constant one, Constant other) => one.LiteralKind == other.LiteralKind && Equals(one.Value, other.Value),
        (Compare one, Compare other) => one.Operators.SequenceEqual(other.Operators) && IsSame(one.Left, other.Left) && AreSame(one.Comparators, other.Comparators),
        (BoolOp one, BoolOp other) => one.Operator == other.Operator && AreSame(one.Values, other.Values),
        (Subscript one, Subscript other) => IsSame(one.Value, other.Value) && IsSame(one.Index, other.Index),
        _ => false,
    };

    /// <summary><c>descriptor, path = mkstemp()</c>: whoever asks later whether there is a path asks whether there is a descriptor.</summary>
    private void AddBound(Assign assign)
    {
        foreach (var target in assign.Targets)
        {
            if (target is LeakLens.Python.Syntax.Tuple several)
            {
                _bound.UnionWith(several.Elements.OfType<Name>().Select(static name => name.Id));
            }
        }
    }

    /// <summary><c>if plain: path = given</c>, and otherwise a new one: whoever asks later whether the path is the given one asks which of both it was.</summary>
    private void AddElsewhere(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            if (statement is Assign { Targets: [Name name], Value: Name or LeakLens.Python.Syntax.Attribute } assign && _bound.Contains(name.Id))
            {
                _elsewhere.Add((name.Id, assign.Value));
            }
        }
    }

    private bool IsGivenElsewhere(Expression left, Expression right)
    {
        foreach (var (name, value) in _elsewhere)
        {
            if ((left is Name first && string.Equals(first.Id, name, StringComparison.Ordinal) && IsSame(right, value)) || (right is Name second && string.Equals(second.Id, name, StringComparison.Ordinal) && IsSame(left, value)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreSame(IReadOnlyList<Expression> left, IReadOnlyList<Expression> right) =>
        left.Count == right.Count && left.Zip(right).All(static pair => IsSame(pair.First, pair.Second));

    private void AddBlock(SyntaxNode around, Statement inner, bool isInnermost)
    {
        if (around is If branch)
        {
            var isBody = branch.Body.Contains(inner);
            Add(branch.Test, isBody);
            AddElsewhere(isBody ? branch.OrElse : branch.Body);
        }

        foreach (var block in BlocksOf(around))
        {
            if (block.IndexOf(inner) is >= 0 and var index)
            {
                AddSiblings(block, index, isInnermost);
            }
        }
    }

    /// <summary>What is nearest counts: flags behind the place first, then those before it.</summary>
    private void AddSiblings(ImmutableArray<Statement> block, int index, bool isInnermost)
    {
        for (var i = index + 1; isInnermost && i < block.Length; i++)
        {
            AddFlag(block[i]);
        }

        for (var i = index - 1; i >= 0; i--)
        {
            AddFlag(block[i]);
            if (block[i] is If { OrElse.IsEmpty: true, Body: [.., Return or Raise or Continue or Break] } leaving)
            {
                Add(leaving.Test, outcome: false);
            }
        }
    }

    private void AddFlag(Statement statement)
    {
        if (statement is Assign { Targets: [Name flag] } assign && ValueOf(assign.Value) is { } truth)
        {
            _known.Add((flag, truth));
        }
    }

    /// <summary>Of <c>a and b</c> that is true both are, of <c>a or b</c> that is false both are.</summary>
    private void Add(Expression test, bool outcome)
    {
        _known.Add((test, outcome));
        if (test is BoolOp several && outcome == (several.Operator is BoolOperator.And))
        {
            foreach (var value in several.Values)
            {
                Add(value, outcome);
            }
        }
        else if (test is UnaryOp { Operator: UnaryOperator.Not } not)
        {
            Add(not.Operand, !outcome);
        }
    }

    private bool? Evaluate(Expression test)
    {
        if (ValueOfBound(test) is { } bound)
        {
            return bound;
        }

        foreach (var (known, outcome) in _known)
        {
            if (IsSame(known, test))
            {
                return outcome;
            }
        }

        return test switch
        {
            UnaryOp { Operator: UnaryOperator.Not } not => !Evaluate(not.Operand),
            BoolOp { Operator: BoolOperator.And } all => Combine(all, neutral: true),
            BoolOp { Operator: BoolOperator.Or } any => Combine(any, neutral: false),
            _ => ValueOf(test),
        };
    }

    private bool? ValueOfBound(Expression test) => test switch
    {
        Name name when _bound.Contains(name.Id) => true,
        Compare { Left: var left, Operators: [(CompareOperator.Eq or CompareOperator.NotEq) and var compared], Comparators: [var right] } when IsGivenElsewhere(left, right) => compared is CompareOperator.NotEq,
        Compare { Left: Name name, Operators: [(CompareOperator.Is or CompareOperator.IsNot) and var asked], Comparators: [Constant { LiteralKind: ConstantKind.None }] } when _bound.Contains(name.Id) => asked is CompareOperator.IsNot,
        _ => null,
    };

    private bool? Combine(BoolOp operation, bool neutral)
    {
        bool? result = neutral;
        foreach (var value in operation.Values)
        {
            var truth = Evaluate(value);
            if (truth == !neutral)
            {
                return truth;
            }

            result = truth is null ? null : result;
        }

        return result;
    }

    private static IEnumerable<ImmutableArray<Statement>> BlocksOf(SyntaxNode node) => node switch
    {
        Module module => [module.Body],
        FunctionDef function => [function.Body],
        ClassDef type => [type.Body],
        If branch => [branch.Body, branch.OrElse],
        For loop => [loop.Body, loop.OrElse],
        While loop => [loop.Body, loop.OrElse],
        With with => [with.Body],
        Try attempt => [attempt.Body, attempt.OrElse, attempt.FinalBody],
        ExceptHandler handler => [handler.Body],
        MatchCase branch => [branch.Body],
        _ => [],
    };
}
