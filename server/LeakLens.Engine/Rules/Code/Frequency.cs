using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>
/// Whether a file says that code runs many times, or that a class has many objects. A function that nobody calls in its file may be called once, when
/// the program starts; what grows in it is a matter for a warning only where something says otherwise.
/// </summary>
internal sealed class Frequency
{
    private const int DeepestCalls = 5;

    /// <summary>Uses of functions that one question looks at: a text that consists of calls of one function must not cost a minute.</summary>
    private const int MostUses = 500;

    private readonly RuleContext _context;
    private readonly HashSet<SyntaxNode> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly bool _countsLoops;
    private readonly bool _countsAsync;
    private int _usesLeft = MostUses;

    private Frequency(RuleContext context, bool countsLoops, bool countsAsync = true)
    {
        _context = context;
        _countsLoops = countsLoops;
        _countsAsync = countsAsync;
    }

    /// <summary>Something calls the function around a place again and again: a loop, an event loop, a framework, or whoever it was handed to.</summary>
    public static bool RunsOften(RuleContext context, SyntaxNode place)
    {
        if (context.Code.FunctionAround(place) is not { } function)
        {
            return false;
        }

        if (!context.OftenRun.TryGetValue(function, out var isOften))
        {
            context.OftenRun[function] = isOften = new Frequency(context, countsLoops: true).RunsOften(function, DeepestCalls);
        }

        return isOften;
    }

    /// <summary>As <see cref="RunsOften(RuleContext, SyntaxNode)"/>, but for a program that a user runs and that ends, what its own loops call counts as once: it holds its data until then.</summary>
    public static bool RunsOftenInService(RuleContext context, SyntaxNode place) =>
        RunsOften(context, place) && (!IsProgramThatEnds(context) || new Frequency(context, countsLoops: false).RunsOften(context.Code.FunctionAround(place), DeepestCalls));

    /// <summary>
    /// As <see cref="RunsOften(RuleContext, SyntaxNode)"/>, but a loop over what is there counts as one piece of work, which a program does and ends: only one
    /// that goes on for ever says that there will be more. Code that nobody trusts is not excused.
    /// </summary>
    public static bool RunsForEver(RuleContext context, SyntaxNode place) => RunsOftenInService(context, place)
        && (!context.Rules.TrustsPaths || new Frequency(context, countsLoops: true) { CountsWork = false }.RunsOften(context.Code.FunctionAround(place), DeepestCalls));

    private bool CountsWork { get; init; } = true;

    /// <summary>As <see cref="RunsOften(RuleContext, SyntaxNode)"/>, but that a coroutine waits is no sign that it is called again.</summary>
    public static bool IsCalledOften(RuleContext context, SyntaxNode place) =>
        RunsOften(context, place) && new Frequency(context, countsLoops: true, countsAsync: false).RunsOften(context.Code.FunctionAround(place), DeepestCalls);

    /// <summary>The module runs itself, and none of its functions goes on for ever.</summary>
    private static bool IsProgramThatEnds(RuleContext context) =>
        MainBlock.IsIn(context.Tree.Root) && !context.Code.Functions.Any(EndlessLoops.Has);

    /// <summary>There is more than one object of the class: code that is not run once makes it, or it is there for <c>with</c> statements.</summary>
    public static bool HasManyObjects(RuleContext context, ClassDef type, bool countsParts = true) =>
        Definitions.MethodOf(context, type, "__exit__") is not null || Definitions.MethodOf(context, type, "__aexit__") is not null
        || Definitions.MakingsOf(context, type).Any(call => !Definitions.RunsOnce(context, call) && !IsGuarded(context, call) && (countsParts || !IsPart(context, call)));

    /// <summary>The constructor of a class that the file never makes makes it as a part: there are as many as of that, and nothing says how many that is.</summary>
    private static bool IsPart(RuleContext context, Call making) =>
        context.Rules.TrustsPaths && context.Code.FunctionAround(making) is FunctionDef { Name: "__init__" } constructor && context.Code.ClassOf(constructor) is { } whole
        && !context.Code.LoopsAround(making).Any() && !Definitions.MakingsOf(context, whole).Any();

    /// <summary><c>if self.shell is None: self.shell = Shell()</c>: the first call makes it, and all others find it.</summary>
    private static bool IsGuarded(RuleContext context, SyntaxNode making) =>
        context.Code.Around(making).TakeWhile(static around => around is not FunctionDef).Any(static around =>
            around is If { Test: Compare { Operators: [CompareOperator.Is], Comparators: [Constant] } or UnaryOp { Operator: UnaryOperator.Not } });

    private bool RunsOften(SyntaxNode? function, int depth)
    {
        if (function is not FunctionDef definition || depth == 0 || _usesLeft <= 0 || !_asked.Add(function))
        {
            return function is Lambda;
        }

        return (_countsAsync && definition.IsAsync) || CountsItself(definition) || UsesOf(definition).Any(use => _usesLeft-- > 0 && IsRepeated(use, depth));
    }

    /// <summary>A name or attribute that stands for the function: called in a loop or by what runs often, or handed to somebody who calls it.</summary>
    private bool IsRepeated(Expression use, int depth) => _context.Code.ParentOf(use) switch
    {
        Call call when ReferenceEquals(call.Function, use) => IsInLoop(call) || RunsOften(_context.Code.FunctionAround(call), depth - 1),
        Call or Keyword or Dict or Python.Syntax.Tuple or List => !IsOfExit(_context.Code.ParentOf(use)),
        Assign assign => ReferenceEquals(assign.Value, use) && assign.Targets.Any(static target => target is Python.Syntax.Attribute or Subscript),
        _ => false,
    };

    private bool IsInLoop(Call call) => _countsLoops && (CountsWork ? IsInAnyLoop(call) : _context.Code.LoopsAround(call).Any(static loop => loop is For { IsAsync: true } || (loop is While waiting && EndlessLoops.IsAlwaysTrue(waiting.Test))));

    private bool IsInAnyLoop(Call call) => (_context.Code.LoopsAround(call).Any() || _context.Code.Around(call).TakeWhile(static around => around is not Statement).Any(static around => around is Comprehension or ListComp or SetComp or DictComp or GeneratorExp));

    /// <summary>What is called when the program ends is called once.</summary>
    private bool IsOfExit(SyntaxNode? taker) => taker is Call call && _context.Names.Resolve(call.Function)?.Text is "atexit.register";

    private IEnumerable<Expression> UsesOf(FunctionDef function)
    {
        if (_context.Code.ClassOf(function) is { } type)
        {
            return _context.Uses.AttributesNamed(function.Name).Where(use => _context.Code.ClassOfSelf(use) is not { } other || ReferenceEquals(other, type));
        }

        var owner = _context.Code.FunctionAround(function) is null
            ? _context.Tree.GetScopes(_context.Cancellation).Module.Find(function.Name)
            : null;
        return owner is null ? [] : _context.Uses.UsesOf(owner);
    }

    /// <summary>A number of the module that each call makes larger.</summary>
    private bool CountsItself(FunctionDef function)
    {
        var finder = new CountFinder(_context);
        finder.VisitAll(function.Body);
        return finder.Found;
    }

    private sealed class CountFinder(RuleContext context) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitAugAssign(AugAssign node) =>
            Found |= node is { Operator: BinaryOperator.Add, Target: Name counter, Value: Constant } && context.Uses.OwnerOf(counter) is { } owner && context.Uses.IsOfModule(owner);

        public override void VisitFunctionDef(FunctionDef node)
        {
        }
    }
}
