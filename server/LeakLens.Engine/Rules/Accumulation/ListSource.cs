using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Diagnostics;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>What a list is made of, as far as the text tells.</summary>
internal sealed class ListSource
{
    /// <summary>A number and its place in the list, in bytes, roughly.</summary>
    private const int BytesPerItem = 40;

    private const int Farthest = 4;

    /// <summary>Methods of texts that only answer.</summary>
    private static readonly HashSet<string> TextQuestions = new(StringComparer.Ordinal)
    {
        "startswith", "endswith", "isdigit", "isalpha", "isalnum", "isupper", "islower", "isspace", "isidentifier", "isnumeric", "lower", "upper", "strip", "lstrip", "rstrip",
    };

    private readonly RuleContext _context;
    private readonly OnePassFinder _uses;

    public ListSource(RuleContext context, OnePassFinder uses)
    {
        _context = context;
        _uses = uses;
    }

    /// <summary>The expression of the file of which a call makes a list of all lines; null for other expressions.</summary>
    public Expression? FileOf(Expression made)
    {
        if (made is not Call { Function: Python.Syntax.Attribute method } call)
        {
            return null;
        }

        var file = (method.Name, call.Arguments) switch
        {
            ("readlines", []) => method.Value,
            ("splitlines", []) => ReadWhole(method.Value),
            ("split", [Constant { Value: "\n" }]) => ReadWhole(method.Value),
            _ => null,
        };
        return file is not null && call.Keywords.IsEmpty && IsFile(file) ? file : null;
    }

    /// <summary>What <c>list()</c> or <c>tuple()</c> copies; null for other expressions.</summary>
    public Expression? CopiedBy(Expression made) =>
        made is Call { Arguments: [not Starred and var copied], Keywords.IsEmpty: true } call && _uses.BuiltinOf(call) is "list" or "tuple" ? ((Call)made).Arguments[0] : null;

    /// <summary>It makes one item at a time when asked.</summary>
    public bool IsLazy(Expression source) => source is GeneratorExp { Generators: var parts } ? !parts.Any(static part => part.IsAsync)
        : source is Call call && _uses.BuiltinOf(call) is "map" or "filter" or "zip" or "enumerate" or "reversed" or "range";

    /// <summary>The items exist before the list does: without it only the references to them are saved.</summary>
    public bool IsOfExisting(Expression made) => made switch
    {
        ListComp { Element: Name item, Generators: [.., { Target: Name target } part] } => string.Equals(item.Id, target.Id, StringComparison.Ordinal) && IsExisting(part.Iterable),
        _ => CopiedBy(made) is { } copied && IsExisting(copied),
    };

    /// <summary>A list with <c>await</c> in it cannot be a generator that a builtin takes.</summary>
    public static bool IsAsynchronous(ListComp list)
    {
        var finder = new EffectFinder(static _ => false);
        finder.Visit(list);
        return finder.Awaits;
    }

    /// <summary>Whether an item that is not looked at makes no difference: nothing but builtins that compute and questions to texts is called.</summary>
    public bool IsPure(ListComp list)
    {
        var finder = new EffectFinder(IsPure);
        finder.Visit(list);
        return !finder.HasEffect;
    }

    /// <summary>The text says that there are few items.</summary>
    public bool IsSmall(Expression source, double bytes, int depth = 0) => source switch
    {
        ListComp list => list.Generators.All(part => IsSmall(part.Iterable, bytes, depth)),
        Python.Syntax.Tuple tuple => tuple.Elements.All(static element => element is not Starred),
        List list => list.Elements.All(static element => element is not Starred),
        Set set => set.Elements.All(static element => element is not Starred),
        Dict or Constant or JoinedStr => true,
        Subscript { Index: Slice { Upper: Constant } } => true,
        Name name when depth < Farthest && Literal(name) is { } value => IsSmall(value, bytes, depth + 1),
        Call { Function: Python.Syntax.Attribute { Name: "keys" or "values" or "items", Value: var table } } => IsSmall(table, bytes, depth),
        Call call when _uses.BuiltinOf(call) is "range" => call.Arguments.All(argument => argument is Constant { Value: long number } && number * BytesPerItem < bytes),
        Call call when _uses.BuiltinOf(call) is "zip" => call.Arguments.Any(argument => IsSmall(argument, bytes, depth)),
        Call call when _uses.BuiltinOf(call) is "enumerate" or "reversed" or "sorted" or "list" or "tuple" or "set" or "iter" => call.Arguments is [var first, ..] && IsSmall(first, bytes, depth),
        Call call when _uses.BuiltinOf(call) is "map" or "filter" => call.Arguments is [_, var items, ..] && IsSmall(items, bytes, depth),
        _ => false,
    };

    private bool IsPure(Call call) => _uses.BuiltinOf(call) is { } builtin
        ? builtin is "isinstance" or "issubclass" or "hasattr" or "callable" or "bool" or "type" or "ord" || DiagnosticData.Instance.Pure.Contains("builtins." + builtin)
        : call.Function is Python.Syntax.Attribute method && TextQuestions.Contains(method.Name);

    private bool IsExisting(Expression source) => source switch
    {
        GeneratorExp => false,
        Call call when _uses.BuiltinOf(call) is "sorted" or "reversed" or "list" or "tuple" or "iter" or "set" => call.Arguments is not [var first, ..] || IsExisting(first),
        Call call when _uses.BuiltinOf(call) is "filter" => call.Arguments is not [_, var items] || IsExisting(items),
        Call { Function: Name } => false,
        _ => true,
    };

    private static Expression? ReadWhole(Expression text) => text is Call { Arguments: [], Keywords: [], Function: Python.Syntax.Attribute { Name: "read", Value: var file } } ? file : null;

    private bool IsFile(Expression file) => file switch
    {
        Call opened => IsOpened(opened),
        Name name when _context.Uses.OwnerOf(name) is { } owner => _context.Uses.UsesOf(owner).Where(static use => use.Context == ExpressionContext.Store) is var bindings
            && bindings.Any() && bindings.All(binding => BoundTo(binding) is Call opened && IsOpened(opened)),
        _ => _context.Names.Resolve(file) is { Text: "sys.stdin" },
    };

    private bool IsOpened(Call call)
    {
        var name = _context.Names.Resolve(call.Function)?.Text
            ?? (call.Function is Python.Syntax.Attribute { Value: Call made } method && _context.Names.Resolve(made.Function) is { } type ? $"{type.Text}.{method.Name}" : null);
        return name is not null && LifetimeData.Instance.Resources.TryGetValue(name, out var resource) && resource.What is "file";
    }

    private Expression? BoundTo(Name binding) => _context.Code.ParentOf(binding) switch
    {
        WithItem item when ReferenceEquals(item.Target, binding) => item.Context,
        Assign { Targets: [Name] } assign => assign.Value,
        _ => null,
    };

    /// <summary>The only value that a name ever gets.</summary>
    private Expression? Literal(Name name)
    {
        if (_context.Uses.OwnerOf(name) is not { } owner)
        {
            return null;
        }

        var bindings = _context.Uses.UsesOf(owner).Where(static use => use.Context != ExpressionContext.Load).Take(2).ToList();
        return bindings is [var only] && BoundTo(only) is { } value and not (List { Elements: [] } or Dict { Values: [] }) ? value : null;
    }

    private sealed class EffectFinder : SyntaxVisitor
    {
        private readonly Func<Call, bool> _isPure;

        public EffectFinder(Func<Call, bool> isPure) => _isPure = isPure;

        public bool Awaits { get; private set; }

        public bool HasEffect { get; private set; }

        public override void VisitAwait(Await node) => Awaits = HasEffect = true;

        public override void VisitNamedExpr(NamedExpr node) => HasEffect = true;

        public override void VisitComprehension(Comprehension node)
        {
            Awaits |= node.IsAsync;
            base.VisitComprehension(node);
        }

        public override void VisitCall(Call node)
        {
            HasEffect |= !_isPure(node);
            base.VisitCall(node);
        }
    }
}
