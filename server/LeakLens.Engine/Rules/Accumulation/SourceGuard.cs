using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>
/// Whether a list may be needed because its source changes while it is used: <c>for key in list(table): del table[key]</c>.
/// </summary>
internal sealed class SourceGuard : SyntaxVisitor
{
    private readonly RuleContext _context;
    private readonly HashSet<Symbol> _targets = new(ReferenceEqualityComparer.Instance);
    private bool _opens;
    private bool _calls;
    private bool _touches;

    private SourceGuard(RuleContext context) => _context = context;

    /// <summary>Nothing between the making of a list and the end of its use speaks of what it was made of.</summary>
    public static bool IsQuiet(Expression made, OnePassUse use, RuleContext context)
    {
        var sources = new NameCollector(context);
        sources.Visit(made);
        var owners = sources.Names.Select(context.Uses.OwnerOf).OfType<Symbol>().Distinct().ToList();
        if (owners.Exists(owner => context.Uses.UsesOf(owner).Any(name => name.Start >= made.End && name.Start < use.Consumer.End)))
        {
            return false;
        }

        if (use.Consumer is not For loop)
        {
            return true;
        }

        var guard = Look(loop, context);
        var isLocal = !sources.HasAttribute && !owners.Exists(context.Uses.IsOfModule);
        return !guard._touches && (isLocal || !guard._calls);
    }

    /// <summary>A loop over lines neither speaks of the file nor opens another: it may be the same one.</summary>
    public static bool LeavesFile(Expression file, OnePassUse use, RuleContext context)
    {
        if (use.Consumer is not For loop)
        {
            return true;
        }

        var owner = file is Name name ? context.Uses.OwnerOf(name) : null;
        return !Look(loop, context)._opens
            && (owner is null || !context.Uses.UsesOf(owner).Any(other => other.Start >= loop.Iterable.End && other.Start < loop.End));
    }

    private static SourceGuard Look(For loop, RuleContext context)
    {
        var guard = new SourceGuard(context);
        var targets = new NameCollector(context);
        targets.Visit(loop.Target);
        guard._targets.UnionWith(targets.Names.Select(context.Uses.OwnerOf).OfType<Symbol>());
        guard.VisitAll(loop.Body);
        return guard;
    }

    public override void VisitCall(Call node)
    {
        if (_context.Names.Resolve(node.Function) is not { } name || !name.Text.StartsWith("builtins.", StringComparison.Ordinal))
        {
            _calls = true;
        }
        else if (LifetimeData.Instance.Resources.ContainsKey(name.Text))
        {
            _opens = true;
        }

        _opens |= node.Function is Python.Syntax.Attribute { Name: "open" or "write_text" or "write_bytes" or "seek" or "truncate" };
        base.VisitCall(node);
    }

    /// <summary>An item that is asked to do something may take itself out of where it came from.</summary>
    public override void VisitAttribute(Python.Syntax.Attribute node)
    {
        _touches |= node.Value is Name item && _context.Uses.OwnerOf(item) is { } owner && _targets.Contains(owner);
        base.VisitAttribute(node);
    }

    public override void VisitDelete(Delete node) => _touches = true;

    public override void VisitYield(Yield node) => _touches = true;

    public override void VisitYieldFrom(YieldFrom node) => _touches = true;

    public override void VisitAwait(Await node) => _touches = true;

    private sealed class NameCollector : SyntaxVisitor
    {
        private readonly RuleContext _context;

        public NameCollector(RuleContext context) => _context = context;

        public List<Name> Names { get; } = [];

        public bool HasAttribute { get; private set; }

        public override void VisitName(Name node) => Names.Add(node);

        /// <summary>Which function is called is no source of items.</summary>
        public override void VisitCall(Call node)
        {
            if (node.Function is not Name && _context.Names.Resolve(node.Function) is null)
            {
                Visit(node.Function);
            }

            VisitAll(node.Arguments);
            VisitAll(node.Keywords);
        }

        public override void VisitAttribute(Python.Syntax.Attribute node)
        {
            HasAttribute = true;
            base.VisitAttribute(node);
        }
    }
}
