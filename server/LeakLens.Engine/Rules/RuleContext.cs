using LeakLens.Engine.Decoding;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Diagnostics;
using LeakLens.Engine.Rules.Growths.Tables;
using LeakLens.Engine.Rules.Libraries;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Engine.Rules.Stores;
using LeakLens.Engine.Taint;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules;

/// <summary>All that rules may ask about one text.</summary>
internal sealed class RuleContext
{
    private readonly Task<MemoryFacts> _facts;
    private readonly Dictionary<SyntaxNode, FlowGraph> _flows = new(ReferenceEqualityComparer.Instance);
    private CodeMap? _code;
    private long _pointsToSearch = 20_000_000;
    private UseMap? _uses;
    private IReadOnlyList<ResourceUse>? _resources;
    private DiagnosticFacts? _diagnostics;
    private TrimFinder? _trims;
    private ForgottenTables? _forgottenTables;
    private CalledContents? _called;
    private NamedCalls? _namedCalls;
    private PayloadFacts? _payloads;
    private StoreCalls? _stores;
    private IReadOnlyCollection<TaintHit>? _taint;
    private TaintTypes? _frameworks;
    private LocalNames? _locals;
    private ImportRoots? _imports;

    public RuleContext(SyntaxTree tree, MemoryFacts facts, AnalysisOptions options, CancellationToken cancellation)
        : this(tree, Task.FromResult(facts), options, cancellation)
    {
    }

    /// <param name="facts">Whoever asks for them waits for them.</param>
    public RuleContext(SyntaxTree tree, Task<MemoryFacts> facts, AnalysisOptions options, CancellationToken cancellation)
    {
        Tree = tree;
        _facts = facts;
        Options = options;
        Cancellation = cancellation;
    }

    public SyntaxTree Tree { get; }

    public SourceText Text => Tree.Text;

    public MemoryFacts Facts => _facts.GetAwaiter().GetResult();

    /// <summary>The rules in force.</summary>
    public RuleSet Rules => Options.Rules;

    public AnalysisOptions Options { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>What the workspace says about the store that is written to; null for nothing.</summary>
    public StoreServer? Server => Options.Server;

    /// <summary>What clients of stores are asked to do: looked for when the first rule asks.</summary>
    public StoreCalls Stores => _stores ??= StoreCalls.Find(this);

    /// <summary>Where names come from.</summary>
    public QualifiedNames Names => Tree.GetQualifiedNames();

    /// <summary>What stands where: made when the first rule asks.</summary>
    public CodeMap Code => _code ??= CodeMap.Of(Tree, Cancellation);

    /// <summary>The libraries that the text imports: looked for when the first rule asks.</summary>
    public ImportRoots Imports => _imports ??= ImportRoots.Of(Tree.Root);

    /// <summary>What is called by which name: made when the first rule asks.</summary>
    public NamedCalls NamedCalls => _namedCalls ??= NamedCalls.Of(Code.Calls, Names);

    /// <summary>Where somebody else decides how much: looked for when the first rule asks.</summary>
    public IReadOnlyCollection<TaintHit> Taint => _taint ??= TaintAnalysis.Find(this);

    /// <summary>What frameworks hand to the functions of the text, and which they call: looked for when the first rule asks.</summary>
    public TaintTypes Frameworks => _frameworks ??= new TaintTypes(this);

    /// <summary>Which functions bind a name of their own: made when the first rule asks.</summary>
    public LocalNames Locals => _locals ??= LocalNames.Of(Tree.GetScopes(Cancellation), Code.Functions);

    /// <summary>Where memory is watched: made when the first rule asks.</summary>
    public DiagnosticFacts Diagnostics => _diagnostics ??= DiagnosticFacts.Of(this);

    /// <summary>Where code is executed, and what it is: looked for when the first rule asks.</summary>
    public PayloadFacts Payloads => _payloads ??= PayloadFacts.Of(Tree, Options, Cancellation);

    /// <summary>Which containers lose contents somewhere: made when the first rule asks.</summary>
    public TrimFinder Trims => _trims ??= TrimFinder.Look(Tree.Root, Tree.GetScopes(), Cancellation);

    /// <summary>Tables that are filled together with another one, and not emptied with it: looked for when the first rule asks.</summary>
    public ForgottenTables ForgottenTables => _forgottenTables ??= ForgottenTables.Of(this);

    /// <summary>Contents of the collection itself are taken out somewhere, or the function that fills it asks for its length.</summary>
    public bool IsTended(Expression holder, SyntaxNode? function) => Trims.IsTended(holder, holder is Python.Syntax.Attribute attribute ? Code.ClassOfSelf(attribute) : null, function);

    /// <summary>Where a variable, or an attribute of objects of its class, is used.</summary>
    public IEnumerable<Expression> UsesOf(Expression holder) => holder switch
    {
        Name name when Uses.OwnerOf(name) is { } owner => Uses.UsesOf(owner),
        Python.Syntax.Attribute attribute => Uses.AttributesNamed(attribute.Name).Where(use => !VariableUse.IsOfOther(Code.ClassOfSelf(use), Code.ClassOfSelf(attribute))),
        _ => [],
    };

    /// <summary>Which containers hold what is called: made when the first rule asks.</summary>
    public CalledContents Called => _called ??= CalledContents.Look(Tree.Root, Tree.GetScopes(), Cancellation);

    /// <summary>The ways through a function, a lambda, or the module where it is null.</summary>
    public FlowGraph FlowOf(SyntaxNode? function)
    {
        var owner = function ?? Tree.Root;
        if (!_flows.TryGetValue(owner, out var flow))
        {
            _flows[owner] = flow = FlowGraph.Of(owner, Names, Cancellation);
        }

        return flow;
    }

    /// <summary>A text made of thousands of acquisitions in one function is not followed to its end: each question may walk through all of it.</summary>
    public bool MayFollow(SyntaxNode acquisition) => (_pointsToSearch -= FlowOf(Code.FunctionAround(acquisition)).Count) > 0;

    /// <summary>Whether what a node acquires is released on all ways through its function.</summary>
    public PathAnswer Follow(SyntaxNode acquisition, PathQuestion question)
    {
        var flow = FlowOf(Code.FunctionAround(acquisition));
        return PathSearch.Ask(flow, flow.PointsOf(acquisition, Code), question, Cancellation);
    }

    /// <summary>Where variables and attributes are used: made when the first rule asks.</summary>
    public UseMap Uses => _uses ??= UseMap.Of(Tree, Cancellation);

    /// <summary>What becomes of the variables that refer to resources, as far as a rule has asked.</summary>
    public Dictionary<(Symbol Owner, Resource Resource), VariableUse> VariableUses { get; } = [];

    /// <summary>Whether instances of a class stay, as far as a rule has asked.</summary>
    public Dictionary<ClassDef, bool> LongLived { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether functions run many times, as far as a rule has asked.</summary>
    public Dictionary<SyntaxNode, bool> OftenRun { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What variables are bound to by one statement, as far as a rule has asked: a text that asks for one name on each line must not cost a minute.</summary>
    public Dictionary<Symbol, Expression?> OnlyValues { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The calls that made what variables hold, as far as a rule has asked.</summary>
    public Dictionary<Symbol, Call?> MakersOfVariables { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same for attributes of objects of a class.</summary>
    public Dictionary<(ClassDef Type, string Name), Call?> MakersOfAttributes { get; } = [];

    /// <summary>The functions that variables of the module stand for, as far as a rule has asked.</summary>
    public Dictionary<Symbol, FunctionDef?> FunctionsOfModule { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The resources that the text makes: looked for when the first rule asks.</summary>
    public IReadOnlyList<ResourceUse> Resources => _resources ??= ResourceMap.Find(this);
}
