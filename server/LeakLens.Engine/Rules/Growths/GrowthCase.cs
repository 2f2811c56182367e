using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>One growth and what the tree says about the places where it happens. Rules ask it questions.</summary>
internal sealed class GrowthCase
{
    /// <summary>With the room that a list keeps for more.</summary>
    private const long BytesOfReference = 10;

    private readonly Lazy<SyntaxNode?> _function;
    private readonly Lazy<SyntaxNode?> _origin;
    private readonly Lazy<SyntaxNode[]> _functions;
    private readonly Lazy<Storing?> _storing;

    public GrowthCase(GrowthFact fact, RuleContext context)
    {
        Fact = fact;
        Context = context;
        _function = new(() => context.Code.FunctionAround(fact.Node), isThreadSafe: false);
        _origin = new(() => context.Code.FunctionAround(fact.Container), isThreadSafe: false);
        _storing = new(() => fact.IsInCallee ? null : Storing.Of(fact.Node, context.Code), isThreadSafe: false);
        _functions = new(() => [.. context.Code.FunctionsAround(fact.Node)], isThreadSafe: false);
    }

    public GrowthFact Fact { get; }

    public RuleContext Context { get; }

    /// <summary>The function whose code grows the container; null for the module's own.</summary>
    public SyntaxNode? Function => _function.Value;

    /// <summary>The function whose code made the container; null for the module's own, or a class body's.</summary>
    public SyntaxNode? Origin => _origin.Value;

    /// <summary>The container is made by a function around the one that grows it: the inner one reaches it as a closed-over name.</summary>
    public bool IsClosedOver => Origin is { } origin && !ReferenceEquals(origin, Function) && _functions.Value.Contains(origin);

    /// <summary>The functions around the growing statement, the nearest first.</summary>
    public IReadOnlyList<SyntaxNode> Functions => _functions.Value;

    /// <summary>What the growing statement puts where; null when a library keeps it in its own way.</summary>
    public Storing? Storing => _storing.Value;

    /// <summary>Contents are taken out somewhere in the file, whether or not evaluation got there.</summary>
    public bool IsTrimmedInFile => !ReleasesStop && (IsReleased || (Storing is { } storing && Context.Trims.IsTrimmed(storing.Holder)) || (LastName is { } name && Context.Trims.IsTrimmed(name)));

    /// <summary>Contents of the container itself are taken out somewhere in the file, or its length is asked for where it grows.</summary>
    public bool IsTended => !Fact.IsInCallee && Storing.HolderOf(Fact.Node) is { } holder && Context.IsTended(holder, Function);

    /// <summary>A name of the module refers to an object of the class whose instance holds the container.</summary>
    public bool IsHolderKeptByModule => Fact.Holder is ClassDef type && Context.Code.Calls.Any(call => call.Function is Name made
        && string.Equals(made.Id, type.Name, StringComparison.Ordinal)
        && Context.Code.ParentOf(call) is Assign { Targets: [Name target] } && !IsOfScript(call)
        && Context.Tree.GetScopes() is var scopes && scopes.PlaceOf(target) is Symbol symbol && ReferenceEquals(scopes.Module.Find(symbol.Name), symbol));

    /// <summary>Below <c>if __name__ == "__main__"</c>: an example, or a program that ends.</summary>
    private bool IsOfScript(SyntaxNode node) => Context.Code.Around(node).Any(MainBlock.Is);

    /// <summary>Arrays or tables are what is collected.</summary>
    public bool HoldsBulkData => Fact.Content is { LargestArray: > 0 } or { MostRows: > 0 };

    /// <summary>Arrays or tables that die with the function, or are its result: parts that are collected to be joined.</summary>
    public bool IsBulkWorkingSet => HoldsBulkData && !IsPersistent && !IsOpenEnded;

    /// <summary>What holds it outlives the code that grows it.</summary>
    public bool IsPersistent => Fact.Owner.Lifetime is not (Lifetime.Function or Lifetime.Caller);

    /// <summary>Something lets go of contents at times.</summary>
    public bool IsReleased => Fact.Releases.High > 0 && !ReleasesStop;

    /// <summary>It goes on without end, and what let go of contents did so a number of times and never will again: only the first trips come there.</summary>
    public bool ReleasesStop => Fact is { IsPerCall: false, Times.IsUnbounded: true } && (Fact.Retained.IsUnbounded || Fact.Peak.IsUnbounded) && Fact.Times.Low == Fact.Times.High && Fact.Releases is { High: > 0, HasFiniteHigh: true };

    /// <summary>More with every call or without end, and nothing that says how much in all.</summary>
    public bool IsOpenEnded => Fact.IsPerCall || Fact.Retained.IsUnbounded;

    /// <summary>It holds no more than a number of items that was given when it was made.</summary>
    public bool IsCapped => Fact is { ContainerKind: ObjectKind.Deque, Container: Call made } && (made.Arguments.Length > 1 || made.Keywords.Any(static keyword => keyword.Name is "maxlen" && keyword.Value is not Constant { LiteralKind: ConstantKind.None }));

    /// <summary>
    /// It ends, though what was evaluated does not show it: where the evaluation ends before a deque is full, it cannot tell how much that is; that it is full
    /// one day is certain.
    /// </summary>
    public bool HasUnseenEnd => IsOfBoundedCache || IsOfFirstUse || IsFieldOfModel || this is { IsCapped: true, IsOpenEnded: true } || (this is { IsOpenEnded: true, IsKeyed: true } && LimitedKeys.Are(this));

    /// <summary>The cache of a decorator that keeps one answer, because its function has no parameters, or no more than so many.</summary>
    public bool IsOfBoundedCache => Fact is { ContainerKind: ObjectKind.Dict, IsPerCall: true, Container: Expression made }
        && Context.Code.ParentOf(made) is FunctionDef function && function.Decorators.Contains(made)
        && (Lifetimes.Caching.IsBoundedBy(Context, made) || (Origins.All(function.Parameters).FirstOrDefault() is null && Lifetimes.Caching.IsCached(Context, function)));

    /// <summary>An object registers a method of its own for the end of the program: a matter of LL404, which counts nothing.</summary>
    public bool IsExitHook => Fact is { IsChain: true, Node: Call call } && Context.Names.Resolve(call.Function)?.Text is "atexit.register";

    /// <summary>What has keys or members may get the same ones again; what has places gets longer each time.</summary>
    public bool IsKeyed => Fact.ContainerKind is not (ObjectKind.List or ObjectKind.Deque or ObjectKind.ByteArray);

    /// <summary>Growth makes nothing but a reference to what is there anyway: eight bytes of a list.</summary>
    public bool IsReferencesOnly => Fact.ContainerKind is ObjectKind.List && (Fact.Content.IsNothingNew || GrowthNumbers.PerTime(Fact) is >= 0 and <= BytesOfReference);

    /// <summary>Each call adds the same constant of the program to a list: eight bytes, and nothing says that it is called often.</summary>
    public bool IsOneConstant => Fact is { IsPerCall: true, ContainerKind: ObjectKind.List } && Storing is { Key: null, Values: [var value] } && Context.Rules.TrustsPaths
        && (Origins.Of(value, Function) is Constant || (Origins.Of(value, Function) is Python.Syntax.Tuple record && record.Elements.All(static element => element is Constant)))
        && !Frequency.IsCalledOften(Context, Fact.Node);

    /// <summary>A reference with each call, and nothing says that it is called often: a setting, a name of something that the program defines.</summary>
    public bool IsSeldomReference => Fact.IsPerCall && IsReferencesOnly && Context.Rules.TrustsPaths && !Frequency.IsCalledOften(Context, Fact.Node);

    /// <summary>What a library keeps under a name that is chosen of those that are there, as <c>logging.getLogger(random.choice(names))</c> does. Code that nobody trusts is not excused.</summary>
    public bool IsOfFewNames => IsKeyed && Storing?.Key is null && Context.Rules.TrustsPaths && Fact.Node is Call { Arguments: [var name, ..] }
        && ((Storing is null && Origins.Of(name, Function) is Subscript) || (Origins.Of(name, Function) is Call made && Context.Names.Resolve(made.Function)?.Text is "random.choice" or "secrets.choice" or "numpy.random.choice"));

    /// <summary>Each trip of its loop waits for what a person types. Code that nobody trusts is not excused.</summary>
    public bool IsTyped => Context.Rules.TrustsPaths && Fact.Loop is While loop && LoopExits.WaitsForPerson(loop, Context);

    /// <summary><c>if cls.log is None: cls.log = getLogger(...)</c>: what a class or module makes when it is first asked for, it makes once.</summary>
    public bool IsOfFirstUse => Context.Code.StatementAround(Fact.Node) is Assign { Targets: [var target and (Name or Attribute)] } made && ReferenceEquals(made.Value, Fact.Node) && IsOfClassOrModule(target)
        && Context.Code.Around(made).TakeWhile(static around => around is not FunctionDef).OfType<If>().Any(guard => guard.Test switch
        {
            Compare { Operators: [CompareOperator.Is], Comparators: [Constant] } asked => SameExpression.Is(asked.Left, target),
            UnaryOp { Operator: UnaryOperator.Not, Operand: var asked } => SameExpression.Is(asked, target),
            _ => false,
        });

    /// <summary>What objects have of their own: the class is a model of a library that copies the value of a field for each object.</summary>
    public bool IsFieldOfModel => Context.Rules.TrustsPaths && Fact.Holding is Facts.Holding.Class && Fact.Holder is ClassDef type && Context.Code.ParentOf(Fact.Container) is AnnAssign value && ReferenceEquals(Context.Code.ParentOf(value), type)
        && Definitions.Family(Context, type).Any(one => one.Bases.Any(IsOfModels) || one.Body.Any(IsPartOfModel))
        && !IsHolderKeptByModule;

    private bool IsOfClassOrModule(Expression target) => target switch
    {
        Name name => Context.Rules.TrustsPaths && Context.Uses.OwnerOf(name) is { } owner && Context.Uses.IsOfModule(owner),
        Python.Syntax.Attribute attribute => Context.Uses.AttributesNamed(attribute.Name).Count(static use => use.Context is not ExpressionContext.Load) == 1 && Function is FunctionDef { Decorators: var decorators } && decorators.Any(static decorator => decorator is Name { Id: "classmethod" }) && Context.Code.ClassOfSelf(attribute) is not null,
        _ => false,
    };

    /// <summary>A field that says more about itself, or a method that checks fields.</summary>
    private bool IsPartOfModel(Statement part) => part switch
    {
        AnnAssign { Value: Call { Function: var maker } } => IsOfModels(maker),
        Assign { Value: Call { Function: var maker } } => IsOfModels(maker),
        FunctionDef { Decorators: var decorators } => decorators.Any(decorator => IsOfModels(decorator is Call call ? call.Function : decorator)),
        _ => false,
    };

    private bool IsOfModels(Expression name) => Context.Names.Resolve(name)?.Text is { } text && LifetimeData.Instance.Set("models").Contains(text.Split('.')[0]);

    /// <summary>Calls from the world never stop; other loops that a program runs for ever say so themselves.</summary>
    public bool IsEndless => Fact.Loop is For or While && (Fact.IsEndless || (Fact.Retained.IsUnbounded && !Fact.IsPerCall && Fact.Loop is While)) && !IsLeftInAnotherWay;

    /// <summary>The generator's consumer may stop, an exception of which a handler around the loop knows ends it, or the first index that the object does not have.</summary>
    private bool IsLeftInAnotherWay
    {
        get
        {
            var code = Context.Code;
            return Fact.Loop is { } loop && code.FunctionAround(loop) is var function
                && (LoopExits.HasAny(loop) || (Context.Rules.TrustsPaths && (LoopExits.IsEndedByHandler(loop) || LoopExits.CutsDown(loop, Context))) || IsByIndex(loop) || code.IsGenerator(function) || code.Around(loop).TakeWhile(around => !ReferenceEquals(around, function)).Any(static around => around is Try { Handlers.Length: > 0 }));
        }
    }

    /// <summary><c>for item in self</c> in a class with <c>__getitem__</c> alone.</summary>
    private bool IsByIndex(SyntaxNode loop) => loop is For { Iterable: Name self } && Function is FunctionDef { Parameters.Positional: [var first, ..] } method && string.Equals(first.Name, self.Id, StringComparison.Ordinal)
        && Context.Code.ClassOf(method) is { } type && Definitions.Family(Context, type).Any(one => Definitions.MethodOf(Context, one, "__getitem__") is not null)
        && !Definitions.Family(Context, type).Any(one => Definitions.MethodOf(Context, one, "__iter__") is not null);

    /// <summary>Of <c>service.sessions["eu"]</c> it is <c>sessions</c>; null for what no attribute holds.</summary>
    private string? LastName
    {
        get
        {
            var path = Fact.Owner.Path ?? string.Empty;
            var end = path.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket ? bracket : path.Length;
            return path.LastIndexOf('.', Math.Max(0, end - 1)) is > 0 and var dot ? path[(dot + 1)..end] : null;
        }
    }

    /// <summary>How often it grows, when that is known.</summary>
    public long? Trips => Fact.Times.HasFiniteHigh ? Fact.Times.High : null;

    /// <summary>
    /// The file is a script that was followed to its end, and it never called the function that grows the container. A framework might:
    /// one that decorates it, that awaits it, or whose class it belongs to.
    /// </summary>
    public bool IsLeftUncalled => Fact is { IsEntryPoint: true, IsPerCall: true } && Context.Code.IsScript && !IsForFramework() && !RequestReach.IsIn(this);

    private bool IsForFramework()
    {
        foreach (var function in Context.Code.FunctionsAround(Fact.Node))
        {
            var type = Context.Code.ClassOf(function);
            if (function is FunctionDef { IsAsync: true } or FunctionDef { Decorators.Length: > 0 } || type is { Decorators.Length: > 0 } || type?.Bases.Any(IsOfLibrary) == true)
            {
                return true;
            }
        }

        return Function is null;
    }

    private bool IsOfLibrary(Expression parent) =>
        parent is not Name name || !Context.Code.Classes.Any(type => string.Equals(type.Name, name.Id, StringComparison.Ordinal));
}
