using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>Calls of libraries that hold all items at once where one after the other is taken: <c>fetchall()</c>, <c>tee()</c> of which one branch runs ahead, <c>cycle()</c> of what is made on the way.</summary>
internal sealed class EagerLibraryCalls
{
    private readonly RuleContext _context;
    private readonly OnePassFinder _uses;
    private readonly ListSource _source;

    public EagerLibraryCalls(RuleContext context, OnePassFinder uses, ListSource source)
    {
        _context = context;
        _uses = uses;
        _source = source;
    }

    /// <summary>What is said of a call, and what to write instead; null for all others.</summary>
    public (string Message, string Advice)? Of(Call call) => call.Function switch
    {
        Python.Syntax.Attribute { Name: "fetchall" } method when call.Arguments.IsEmpty => OfRows(call, method.Value),
        _ when call.Arguments.IsEmpty => null,
        _ => _context.Names.Resolve(call.Function)?.Text switch
        {
            "itertools.tee" => OfBranches(call),
            "itertools.cycle" when IsMadeOnTheWay(call.Arguments[0]) => ("cycle() keeps every item that it has seen: all of them are in memory after the first round", "Keep the items in a list that is known to be small, or make them anew in each round"),
            _ => null,
        },
    };

    /// <summary>A cursor gives its rows one after the other; while they are walked through it must not be used for anything else.</summary>
    private (string, string)? OfRows(Call call, Expression cursor)
    {
        var origin = Origins.Of(cursor, _context.Code.FunctionAround(call));
        if (origin is not Call { Function: Python.Syntax.Attribute { Name: "cursor" or "execute", Value: var connection } }
            || _uses.Direct(call) is not { Kind: OnePassKind.Loop or OnePassKind.Total or OnePassKind.Question } use
            || (use.Consumer is For loop && loop.Body.Any(statement => Mentions(statement, cursor, connection))))
        {
            return null;
        }

        return ($"All rows are fetched into a list that {EagerText.Use(use)}", "Walk through the cursor itself: it gives one row after the other");
    }

    /// <summary>What one branch has taken waits for the other: when that begins only afterwards, all items wait.</summary>
    private (string, string)? OfBranches(Call call)
    {
        if (_context.Code.ParentOf(call) is not Assign { Targets: [Python.Syntax.Tuple { Elements: [Name first, Name second] }] })
        {
            return null;
        }

        var (one, other) = (FirstUse(first), FirstUse(second));
        if (one is null || other is null)
        {
            return null;
        }

        var (ahead, behind) = one.Start < other.Start ? (one, other) : (other, one);
        return IsExhausted(ahead) && _context.Code.StatementAround(ahead) is { } statement && behind.Start >= statement.End
            ? ("tee() holds all items: one branch is run to its end before the other begins", "Make a list, which takes no more and is simpler, or take from both branches in one loop")
            : null;
    }

    private Name? FirstUse(Name target) => _context.Uses.OwnerOf(target) is { } owner
        ? _context.Uses.UsesOf(owner).FirstOrDefault(use => use.Context is ExpressionContext.Load && use.Start > target.End)
        : null;

    private bool IsExhausted(Name branch) => _uses.Direct(branch) switch
    {
        { Kind: OnePassKind.Loop, Consumer: For loop } => !LoopExits.HasAny(loop),
        { Kind: OnePassKind.Total or OnePassKind.Copy } => true,
        null => _context.Code.ParentOf(branch) is Call { Arguments: [_] } whole && _uses.BuiltinOf(whole) is "list" or "tuple" or "sorted",
        _ => false,
    };

    /// <summary>A file, or a generator: nobody holds its items but the cycle.</summary>
    private bool IsMadeOnTheWay(Expression items) => items switch
    {
        GeneratorExp made => made.Generators is [var over, ..] && !_source.IsSmall(over.Iterable, 0),
        Call call => _context.Names.Resolve(call.Function)?.Text is "builtins.open" or "builtins.map" or "builtins.filter" || _context.Code.IsGenerator(Definitions.FunctionOf(_context, call.Function)),
        _ => false,
    };

    private static bool Mentions(Statement statement, Expression cursor, Expression connection)
    {
        var finder = new MentionFinder([SourceOf(cursor), SourceOf(connection)]);
        finder.Visit(statement);
        return finder.Found;
    }

    private static string? SourceOf(Expression expression) => expression switch
    {
        Name name => name.Id,
        Python.Syntax.Attribute attribute => attribute.Name,
        _ => null,
    };

    private sealed class MentionFinder(HashSet<string?> names) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitName(Name node) => Found |= names.Contains(node.Id);

        public override void VisitAttribute(Python.Syntax.Attribute node)
        {
            Found |= names.Contains(node.Name);
            base.VisitAttribute(node);
        }
    }
}
