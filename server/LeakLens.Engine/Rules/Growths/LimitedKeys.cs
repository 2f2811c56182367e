using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>
/// Whether only keys get into a collection that the program itself writes down: <c>if path in ("/", "/about"): hits[path] = hits.get(path, 0) + 1</c>. However often
/// that runs, there are as many entries as were written.
/// </summary>
internal sealed class LimitedKeys
{
    private const int DeepestCalls = 3;

    /// <summary>Calls of one function that are looked at.</summary>
    private const int MostCalls = 50;

    private readonly GrowthCase _growth;
    private readonly RuleContext _context;

    private LimitedKeys(GrowthCase growth)
    {
        _growth = growth;
        _context = growth.Context;
    }

    public static bool Are(GrowthCase growth) =>
        growth.Storing is { Key: { } key } storing && new LimitedKeys(growth) is var keys && storing.Values.All(keys.IsNoLarger) && keys.IsLimited(key, growth.Fact.Node, DeepestCalls);

    /// <summary>What is put under a key a second time takes no more than before: a number that counts on, or what has nothing to do with what was there.</summary>
    private bool IsNoLarger(Expression value) => value switch
    {
        Constant or Compare => true,
        BinOp { Operator: BinaryOperator.Add or BinaryOperator.Sub, Right: Constant { Value: long or double } } => true,
        BinOp { Operator: BinaryOperator.Add, Left: Constant { Value: long or double } } => true,
        Call call when _context.Names.Resolve(call.Function)?.Text is "builtins.len" or "builtins.float" or "builtins.bool" or "time.time" or "time.monotonic" or "time.perf_counter" or "datetime.datetime.now" or "datetime.datetime.utcnow" => true,
        _ => _context.Rules.TrustsPaths && _growth.Storing is { IsUpdate: false } && !Mentions(value),
    };

    /// <summary>The value is worked out from what the collection holds.</summary>
    private bool Mentions(Expression value)
    {
        var finder = new MentionFinder(_growth.Storing?.Holder, _growth.Function);
        finder.Visit(value);
        return finder.Found;
    }

    private bool IsLimited(Expression key, SyntaxNode place, int depth)
    {
        if (key is Constant)
        {
            return true;
        }

        var function = _context.Code.FunctionAround(place);
        if (key is not (Name or Python.Syntax.Attribute { Value: Name }) || (key is Python.Syntax.Attribute part && !IsPlain(part)))
        {
            return false;
        }

        if (TestAt(key, place) is { } test && !IsBoundAgain(key, function, test.Start))
        {
            return true;
        }

        if (key is not Name name)
        {
            return false;
        }

        return function is FunctionDef called && Origins.ParameterOf(name.Id, called) is { } parameter
            ? depth > 0 && !IsBoundAgain(name, function, called.Start) && IsLimitedByCallers(called, parameter, depth - 1)
            : Definitions.OnlyValue(_context, name) is { } value && ReferenceEquals(_context.Code.FunctionAround(value), function) && IsLimited(value, value, depth);
    }

    /// <summary>Every use of the function is a call with a key that is limited there.</summary>
    private bool IsLimitedByCallers(FunctionDef function, Parameter parameter, int depth)
    {
        var index = function.Parameters.Positional.IndexOf(parameter);
        var type = _context.Code.ClassOf(function);
        if (index < 0 || !function.Decorators.IsEmpty || _context.Frameworks.IsHandler(function) || UsesOf(function, type) is not { Count: > 0 and <= MostCalls } uses)
        {
            return false;
        }

        return uses.All(use => _context.Code.ParentOf(use) is Call call && ReferenceEquals(call.Function, use) && !NamedCalls.HasUnseenArguments(call)
            && NamedCalls.Argument(call, parameter.Name, type is null ? index : index - 1) is { } given && IsLimited(given, call, depth));
    }

    private IReadOnlyList<Expression>? UsesOf(FunctionDef function, Python.Syntax.ClassDef? type)
    {
        if (type is not null)
        {
            var uses = _context.Uses.AttributesNamed(function.Name);
            return uses.All(use => _context.Code.ClassOfSelf(use) is not null) ? uses : null;
        }

        return _context.Code.FunctionAround(function) is null && _context.Tree.GetScopes(_context.Cancellation).Module.Find(function.Name) is { } symbol ? _context.Uses.UsesOf(symbol) : null;
    }

    /// <summary>The test that lets only written keys come to a place.</summary>
    private SyntaxNode? TestAt(Expression key, SyntaxNode place)
    {
        var inner = place;
        foreach (var around in _context.Code.Around(place))
        {
            if (around is If branch && inner is Statement statement && (branch.Body.Contains(statement) || branch.OrElse.Contains(statement)) && Limits(branch.Test, key, branch.Body.Contains(statement)))
            {
                return branch.Test;
            }

            if (around is IfExp choice && ((ReferenceEquals(choice.Body, inner) && Limits(choice.Test, key, outcome: true)) || (ReferenceEquals(choice.OrElse, inner) && Limits(choice.Test, key, outcome: false))))
            {
                return choice.Test;
            }

            if (around is MatchCase { Pattern: var pattern } matched && _context.Code.ParentOf(matched) is Match { Subject: var subject } && SameExpression.Is(subject, key) && IsWritten(pattern))
            {
                return pattern;
            }

            if (inner is Statement behind && BlockOf(around, behind) is { } block && block.TakeWhile(one => !ReferenceEquals(one, behind)).LastOrDefault(one =>
                one is If { OrElse.IsEmpty: true, Body: [.., Return or Raise or Continue or Break] } leaving && Limits(leaving.Test, key, outcome: false)) is { } guard)
            {
                return guard;
            }

            if (around is FunctionDef or Lambda or ClassDef)
            {
                return null;
            }

            inner = around;
        }

        return null;
    }

    private bool Limits(Expression test, Expression key, bool outcome) => test switch
    {
        UnaryOp { Operator: UnaryOperator.Not } not => Limits(not.Operand, key, !outcome),
        BoolOp several when outcome == several.Operator is BoolOperator.And => several.Values.Any(value => Limits(value, key, outcome)),
        BoolOp several => several.Values.All(value => Limits(value, key, outcome)),
        Compare { Left: var left, Operators: [CompareOperator.In], Comparators: [var listed] } when outcome => SameExpression.Is(left, key) && IsWritten(listed),
        Compare { Left: var left, Operators: [CompareOperator.NotIn], Comparators: [var listed] } when !outcome => SameExpression.Is(left, key) && IsWritten(listed),
        Compare { Left: var left, Operators: [CompareOperator.Eq], Comparators: [Constant] } when outcome => SameExpression.Is(left, key),
        Compare { Left: var left, Operators: [CompareOperator.NotEq], Comparators: [Constant] } when !outcome => SameExpression.Is(left, key),
        _ => false,
    };

    private static bool IsWritten(Pattern pattern) => pattern switch
    {
        MatchValue { Value: Constant } or MatchSingleton => true,
        MatchOr several => several.Patterns.All(IsWritten),
        _ => false,
    };

    /// <summary>A collection of constants that nothing changes, or the one that grows, which then gets no new key.</summary>
    private bool IsWritten(Expression listed) => listed switch
    {
        Tuple { Elements: var elements } => elements.All(static element => element is Constant),
        List { Elements: var elements } => elements.All(static element => element is Constant),
        Set { Elements: var elements } => elements.All(static element => element is Constant),
        Dict { Keys: var keys } => keys.All(static key => key is Constant),
        Call { Arguments: [var inner], Keywords.IsEmpty: true } call when _context.Names.Resolve(call.Function)?.Text is "builtins.frozenset" or "builtins.set" or "builtins.tuple" or "builtins.list" => IsWritten(inner),
        Name name when SameExpression.Is(name, _growth.Storing?.Holder) => true,
        Python.Syntax.Attribute attribute when SameExpression.Is(attribute, _growth.Storing?.Holder) => true,
        Name name => Definitions.OnlyValue(_context, name) is not (null or Name) and var value && IsWritten(value) && _context.Uses.OwnerOf(name) is { } owner && (value is Tuple || _context.Uses.UsesOf(owner).All(IsRead)),
        _ => false,
    };

    /// <summary>A use that changes nothing of a collection, and hands it to nobody who might.</summary>
    private bool IsRead(Name use) => use.Context is ExpressionContext.Store || _context.Code.ParentOf(use) switch
    {
        Compare => true,
        For loop => ReferenceEquals(loop.Iterable, use),
        Comprehension part => ReferenceEquals(part.Iterable, use),
        Subscript { Context: ExpressionContext.Load } item => ReferenceEquals(item.Value, use),
        Python.Syntax.Attribute { Name: "get" or "items" or "keys" or "values" or "index" or "count" or "copy" } => true,
        Call call => _context.Names.Resolve(call.Function)?.Text is "builtins.len" or "builtins.sorted" or "builtins.list" or "builtins.tuple" or "builtins.set" or "builtins.str" or "builtins.print" or "builtins.sum" or "builtins.any" or "builtins.all" or "json.dumps",
        _ => false,
    };

    /// <summary>An attribute that stays what it is between two looks: nothing in the text computes it, or sets it anywhere but in a constructor.</summary>
    private bool IsPlain(Python.Syntax.Attribute attribute) =>
        _context.Code.FunctionsNamed(attribute.Name).Count == 0 && _context.Code.FunctionsNamed("__getattr__").Count == 0 && _context.Code.FunctionsNamed("__getattribute__").Count == 0
        && _context.Uses.AttributesNamed(attribute.Name).All(use => use.Context is ExpressionContext.Load || _context.Code.FunctionAround(use) is FunctionDef { Name: "__init__" })
        && !_context.Code.Classes.Any(type => type.Body.Any(statement => statement is Assign { Targets: [Name { Id: var given }] } && string.Equals(given, attribute.Name, StringComparison.Ordinal)));

    /// <summary>From the test on the name is given something else somewhere, or code of another function gives it something.</summary>
    private bool IsBoundAgain(Expression key, SyntaxNode? function, int from)
    {
        var name = key as Name ?? (key as Python.Syntax.Attribute)?.Value as Name;
        return name is null || _context.Uses.OwnerOf(name) is not { } owner
            || _context.Uses.UsesOf(owner).Any(use => use.Context is not ExpressionContext.Load && (use.Start > from || !ReferenceEquals(_context.Code.FunctionAround(use), function)));
    }

    private static ImmutableArray<Statement>? BlockOf(SyntaxNode around, Statement inner) => around switch
    {
        FunctionDef function => function.Body,
        Module module => module.Body,
        If branch => branch.Body.Contains(inner) ? branch.Body : branch.OrElse,
        For loop => loop.Body.Contains(inner) ? loop.Body : loop.OrElse,
        While loop => loop.Body.Contains(inner) ? loop.Body : loop.OrElse,
        With with => with.Body,
        Try attempt => attempt.Body.Contains(inner) ? attempt.Body : attempt.OrElse.Contains(inner) ? attempt.OrElse : attempt.FinalBody,
        ExceptHandler handler => handler.Body,
        MatchCase matched => matched.Body,
        _ => null,
    };

    private sealed class MentionFinder(Expression? holder, SyntaxNode? function) : SyntaxVisitor
    {
        private int _depth;

        public bool Found { get; private set; }

        public override void VisitName(Name node)
        {
            const int Farthest = 4;
            Found |= SameExpression.Is(node, holder);
            if (!Found && _depth < Farthest && Origins.Of(node, function) is not Name and var value)
            {
                _depth++;
                Visit(value);
                _depth--;
            }
        }

        public override void VisitAttribute(Python.Syntax.Attribute node)
        {
            Found |= SameExpression.Is(node, holder);
            base.VisitAttribute(node);
        }
    }
}
