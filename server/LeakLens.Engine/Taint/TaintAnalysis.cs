using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>
/// Follows what strangers decide through one file: flow-sensitive in each function, by summaries between them, by name through attributes and
/// variables of the module. It is no proof: what it cannot follow it takes for bounded.
/// </summary>
internal sealed class TaintAnalysis
{
    private const int MostRounds = 3;
    private const int MostSteps = 400_000;

    private readonly Dictionary<FunctionDef, TaintSummary> _summaries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(ClassDef Type, string Name), TaintValue> _fields = [];
    private readonly Dictionary<string, TaintValue> _globals = new(StringComparer.Ordinal);
    private readonly Dictionary<(SyntaxNode Node, string Rule), TaintHit> _hits = [];
    private int _stepsLeft = MostSteps;

    private TaintAnalysis(RuleContext context)
    {
        Context = context;
        Types = context.Frameworks;
    }

    public RuleContext Context { get; }

    public TaintTypes Types { get; }

    /// <summary>Something has changed since the round began.</summary>
    public bool IsChanged { get; private set; }

    public static IReadOnlyCollection<TaintHit> Find(RuleContext context)
    {
        if (!MayHaveSource(context))
        {
            return [];
        }

        var analysis = new TaintAnalysis(context);
        for (var round = 0; round < MostRounds; round++)
        {
            analysis.IsChanged = false;
            analysis._hits.Clear();
            analysis.Run();
            if (!analysis.IsChanged || analysis._stepsLeft <= 0)
            {
                break;
            }
        }

        return [.. analysis._hits.Values];
    }

    public TaintSummary SummaryOf(FunctionDef function)
    {
        if (!_summaries.TryGetValue(function, out var summary))
        {
            _summaries[function] = summary = new TaintSummary();
        }

        return summary;
    }

    /// <summary>The function of the file that a call calls; null for all others.</summary>
    public FunctionDef? Local(Call call) => Definitions.FunctionOf(Context, call.Function);

    /// <summary>False when there is no more time for this file.</summary>
    public bool Step() => --_stepsLeft > 0;

    public TaintValue Field(ClassDef type, string name) => _fields.GetValueOrDefault((type, name));

    public void SetField(ClassDef type, string name, TaintValue value)
    {
        // What a caller hands in is that caller's business.
        if (value.Origin is not null || value.Type is not null)
        {
            var known = Field(type, name);
            var sum = known.Or(value);
            _fields[(type, name)] = sum;
            Note(known != sum);
        }
    }

    public TaintValue Global(string name) => _globals.GetValueOrDefault(name);

    public void SetGlobal(string name, TaintValue value)
    {
        var known = Global(name);
        var sum = known.Or(value);
        if (known != sum)
        {
            _globals[name] = sum;
            IsChanged = true;
        }
    }

    public void Note(bool isChanged) => IsChanged |= isChanged;

    /// <summary>Of several who decide the one is told that is trusted least.</summary>
    public void Report(TaintHit hit)
    {
        if (!_hits.TryGetValue((hit.Node, hit.Rule), out var known) || known.Origin.Trust <= hit.Origin.Trust)
        {
            _hits[(hit.Node, hit.Rule)] = hit;
        }
    }

    /// <summary>The cheap question: does the file import a framework, or name something that is decided outside.</summary>
    private static bool MayHaveSource(RuleContext context)
    {
        var data = TaintData.Instance;
        if (context.NamedCalls.Of("builtins.input").Count > 0)
        {
            return true;
        }

        var finder = new ImportFinder(data.Set("imports"));
        finder.VisitAll(context.Tree.Root.Body);
        return finder.Found || data.Set("marks").Any(mark => context.Uses.AttributesNamed(mark).Count > 0);
    }

    private void Run()
    {
        var module = new TaintFlow(this, function: null);
        module.Run(Context.Tree.Root.Body);
        foreach (var function in Context.Code.Functions)
        {
            Context.Cancellation.ThrowIfCancellationRequested();
            if (_stepsLeft <= 0)
            {
                return;
            }

            new TaintFlow(this, function).Run(function.Body);
        }
    }

    private sealed class ImportFinder(IReadOnlySet<string> roots) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitImport(Import node) => Found |= node.Names.Any(alias => IsRoot(alias.Name));

        public override void VisitImportFrom(ImportFrom node) => Found |= node.Level == 0 && node.ModuleName is { } name && IsRoot(name);

        private bool IsRoot(string path) => roots.Contains(path) || roots.Contains(path.Split('.')[0]);
    }
}
