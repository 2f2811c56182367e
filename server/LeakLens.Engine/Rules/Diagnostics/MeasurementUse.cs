using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>
/// What becomes of a measured amount: followed through expressions, names, attributes and the results of functions of the same file
/// until a test decides by it, something else gets it, or it is printed and gone.
/// </summary>
internal sealed class MeasurementUse
{
    /// <summary>Functions that give the amount to their callers, one around the other.</summary>
    private const int MostFunctions = 3;

    /// <summary>Places that are looked at: an amount is used in a handful of them.</summary>
    private const int MostPlaces = 500;

    private readonly RuleContext _context;
    private readonly HashSet<SyntaxNode> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Statement> _tests = [];

    private MeasurementUse(RuleContext context) => _context = context;

    /// <summary>The tests that it decides, in the order of the text.</summary>
    public ImmutableArray<MeasurementCheck> Checks { get; private set; } = [];

    /// <summary>Code that is not seen gets it, or may ask for it.</summary>
    public bool IsPassedOn { get; private set; }

    /// <summary>A test stops the program, the loop, or the growth.</summary>
    public bool IsEnforced => Checks.Any(static check => check.Acts);

    public static MeasurementUse Of(Call reading, RuleContext context)
    {
        var use = new MeasurementUse(context);
        use.Follow(reading, depth: 0);
        use.Checks = [.. use._tests.Distinct().OrderBy(static test => test.Start).Select(use.Check)];
        return use;
    }

    private MeasurementCheck Check(Statement test) => new(test, test is not If branch || new ActionFinder(_context.Names, _names).ActsIn(branch.Body.Concat(branch.OrElse)));

    private void Follow(Expression value, int depth)
    {
        if (!_seen.Add(value) || _seen.Count > MostPlaces)
        {
            return;
        }

        SyntaxNode inner = value;
        foreach (var around in _context.Code.Around(value))
        {
            if (!GoesOn(around, inner, depth))
            {
                return;
            }

            inner = around;
        }
    }

    /// <summary>The value is part of the value of what is around it.</summary>
    private bool GoesOn(SyntaxNode around, SyntaxNode inner, int depth)
    {
        switch (around)
        {
            case Call call when !ReferenceEquals(call.Function, inner):
                var names = new ActionFinder(_context.Names, _names);
                IsPassedOn |= !names.IsShown(call) && !names.IsPure(call);
                return names.IsPure(call);
            case Call or Keyword or Python.Syntax.Attribute or Subscript or BinOp or UnaryOp or BoolOp or Compare or Python.Syntax.Tuple or List or Set or Dict or Starred:
            case FormattedValue or JoinedStr or Await or ListComp or SetComp or GeneratorExp or DictComp:
                return true;
            case IfExp choice:
                IsPassedOn |= ReferenceEquals(choice.Test, inner);
                return !ReferenceEquals(choice.Test, inner);
            case NamedExpr named:
                Bind(named.Target, depth);
                return true;
            case WithItem { Target: { } target }:
                Bind(target, depth);
                return false;
            case Comprehension part:
                Bind(part.Target, depth);
                return false;
            default:
                End(around, inner, depth);
                return false;
        }
    }

    /// <summary>The statement that makes use of the value.</summary>
    private void End(SyntaxNode statement, SyntaxNode inner, int depth)
    {
        switch (statement)
        {
            case Expr:
                break;
            case Assign assign:
                foreach (var target in assign.Targets)
                {
                    Bind(target, depth);
                }

                break;
            case AnnAssign annotated:
                Bind(annotated.Target, depth);
                break;
            case AugAssign augmented:
                Bind(augmented.Target, depth);
                break;
            case For loop when ReferenceEquals(loop.Iterable, inner):
                Bind(loop.Target, depth);
                break;
            case If branch:
                _tests.Add(branch);
                break;
            case While or Assert:
                _tests.Add((Statement)statement);
                break;
            case Return:
                FollowToCallers(statement, depth);
                break;
            default:
                IsPassedOn = true;
                break;
        }
    }

    private void Bind(Expression target, int depth)
    {
        switch (target)
        {
            case Name name:
                _names.Add(name.Id);
                FollowAll(new UseFinder(name.Id, isAttribute: false), _context.Code.FunctionAround(name) ?? _context.Tree.Root, depth);
                break;
            case Python.Syntax.Attribute attribute:
                IsPassedOn |= !FollowAll(new UseFinder(attribute.Name, isAttribute: true), _context.Tree.Root, depth);
                break;
            case Python.Syntax.Tuple several:
                foreach (var element in several.Elements)
                {
                    Bind(element, depth);
                }

                break;
            case Starred starred:
                Bind(starred.Value, depth);
                break;
            default:
                IsPassedOn = true;
                break;
        }
    }

    private bool FollowAll(UseFinder uses, SyntaxNode region, int depth)
    {
        if (_seen.Count > MostPlaces)
        {
            IsPassedOn = true;
            return true;
        }

        uses.Visit(region);
        foreach (var use in uses.Found)
        {
            Follow(use, depth);
        }

        return uses.Found.Count > 0;
    }

    /// <summary>Whoever calls the function has the amount now.</summary>
    private void FollowToCallers(SyntaxNode statement, int depth)
    {
        if (depth == MostFunctions || _context.Code.FunctionAround(statement) is not FunctionDef function)
        {
            IsPassedOn = true;
            return;
        }

        var isCalled = false;
        foreach (var call in _context.Code.Calls)
        {
            var name = (call.Function as Name)?.Id ?? (call.Function as Python.Syntax.Attribute)?.Name;
            if (string.Equals(name, function.Name, StringComparison.Ordinal))
            {
                isCalled = true;
                Follow(call, depth + 1);
            }
        }

        IsPassedOn |= !isCalled;
    }
}
