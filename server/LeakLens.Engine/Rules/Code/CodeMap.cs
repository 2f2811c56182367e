using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>The way up from every node of a tree, and lists of what rules look for.</summary>
internal sealed class CodeMap : SyntaxVisitor
{
    private const int LongLiteral = 120;

    private readonly List<Call> _calls = [];
    private readonly List<FunctionDef> _functions = [];
    private readonly List<ClassDef> _classes = [];
    private readonly List<Return> _returns = [];
    private readonly List<SyntaxNode> _yields = [];
    private readonly Dictionary<string, List<FunctionDef>> _functionsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ClassDef>> _classesByName = new(StringComparer.Ordinal);
    private readonly List<Constant> _longLiterals = [];
    private readonly HashSet<SyntaxNode> _generators = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationToken _cancellation;
    private Call[]? _sortedCalls;
    private Dictionary<string, Call[]>? _callsByName;

    private CodeMap(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>All calls, in the order of the text.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>The calls that stand in the text of a node, in order.</summary>
    public IEnumerable<Call> CallsWithin(SyntaxNode node)
    {
        _sortedCalls ??= [.. _calls.OrderBy(static call => call.Start)];
        var (low, high) = (0, _sortedCalls.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sortedCalls[middle].Start < node.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < _sortedCalls.Length && _sortedCalls[low].Start < node.End; low++)
        {
            yield return _sortedCalls[low];
        }
    }

    /// <summary>The calls of something by a plain name, in the order of the text.</summary>
    public IReadOnlyList<Call> CallsNamed(string name)
    {
        _callsByName ??= _calls.Where(static call => call.Function is Name).GroupBy(static call => ((Name)call.Function).Id, StringComparer.Ordinal)
            .ToDictionary(static calls => calls.Key, static calls => calls.ToArray(), StringComparer.Ordinal);
        return _callsByName.TryGetValue(name, out var found) ? found : [];
    }

    public IReadOnlyList<FunctionDef> Functions => _functions;

    public IReadOnlyList<Return> Returns => _returns;

    /// <summary>Every <c>yield</c> and <c>yield from</c>.</summary>
    public IReadOnlyList<SyntaxNode> Yields => _yields;

    /// <summary>Texts and bytes of 120 characters and more, with their quotes; no docstrings.</summary>
    public IReadOnlyList<Constant> LongLiterals => _longLiterals;

    public IReadOnlyList<ClassDef> Classes => _classes;

    public IReadOnlyList<FunctionDef> FunctionsNamed(string name) => _functionsByName.TryGetValue(name, out var functions) ? functions : [];

    public IReadOnlyList<ClassDef> ClassesNamed(string name) => _classesByName.TryGetValue(name, out var classes) ? classes : [];

    /// <summary>The module does its work as it is read: loops, and calls of its own functions, that no <c>if __name__ == "__main__"</c> guards.</summary>
    public bool IsScript { get; private set; }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static CodeMap Of(SyntaxTree tree, CancellationToken cancellation)
    {
        tree.LinkParents(cancellation);
        var map = new CodeMap(cancellation);
        var module = tree.Root;
        map.Visit(module);
        var functions = map._functions.Select(static function => function.Name).ToHashSet(StringComparer.Ordinal);
        map.IsScript = module.Body.Any(statement => IsWork(statement, functions));
        return map;
    }

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Who has the map has linked the parents; a static member could be asked before.")]
    public SyntaxNode? ParentOf(SyntaxNode node) => node.Parent;

    /// <summary>What contains a node, the nearest first; the module last.</summary>
    public IEnumerable<SyntaxNode> Around(SyntaxNode node)
    {
        for (var around = ParentOf(node); around is not null; around = ParentOf(around))
        {
            yield return around;
        }
    }

    /// <summary>The function, async function or lambda whose code a node is; null for code of the module or of a class body.</summary>
    /// <remarks>Decorators, defaults and annotations of a function are code of what is around it.</remarks>
    public SyntaxNode? FunctionAround(SyntaxNode node)
    {
        var inner = node;
        foreach (var around in Around(node))
        {
            if (around is FunctionDef function && inner is Statement)
            {
                return function;
            }

            if (around is Lambda lambda && ReferenceEquals(lambda.Body, inner))
            {
                return lambda;
            }

            if (around is ClassDef && inner is Statement)
            {
                return null;
            }

            inner = around;
        }

        return null;
    }

    /// <summary>The functions around a node, the nearest first, whatever classes lie between.</summary>
    public IEnumerable<SyntaxNode> FunctionsAround(SyntaxNode node)
    {
        var inner = node;
        foreach (var around in Around(node))
        {
            if ((around is FunctionDef && inner is Statement) || (around is Lambda lambda && ReferenceEquals(lambda.Body, inner)))
            {
                yield return around;
            }

            inner = around;
        }
    }

    /// <summary>The class in whose body a function is defined; null when it is no method.</summary>
    public ClassDef? ClassOf(SyntaxNode function)
    {
        foreach (var around in Around(function))
        {
            switch (around)
            {
                case ClassDef type:
                    return type;
                case FunctionDef or Lambda or Module:
                    return null;
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>The class of whose instance an expression such as <c>self.name</c> takes an attribute, in one of its methods; null when it is no such expression.</summary>
    public ClassDef? ClassOfSelf(Python.Syntax.Attribute attribute)
    {
        if (attribute.Value is not Name { Id: var name })
        {
            return null;
        }

        foreach (var function in FunctionsAround(attribute))
        {
            if (function is FunctionDef { Parameters: var parameters, Decorators: var decorators } && ClassOf(function) is { } type)
            {
                // Nothing binds the first argument of a static method.
                if (decorators.Any(static decorator => decorator is Name { Id: "staticmethod" }))
                {
                    return null;
                }

                var first = parameters.PositionalOnly.Length > 0 ? parameters.PositionalOnly[0] : parameters.Positional.Length > 0 ? parameters.Positional[0] : null;
                return string.Equals(first?.Name, name, StringComparison.Ordinal) ? type : null;
            }
        }

        return null;
    }

    /// <summary>The loops, comprehensions not among them, around a node in its own function, the nearest first.</summary>
    public IEnumerable<Statement> LoopsAround(SyntaxNode node)
    {
        var inner = node;
        foreach (var around in Around(node))
        {
            if (around is FunctionDef or Lambda or ClassDef)
            {
                yield break;
            }

            if ((around is For loop && IsRepeated(inner, loop.OrElse)) || (around is While repeated && (IsRepeated(inner, repeated.OrElse) || ReferenceEquals(repeated.Test, inner))))
            {
                yield return (Statement)around;
            }

            inner = around;
        }
    }

    public Statement? StatementAround(SyntaxNode node)
    {
        foreach (var around in Around(node))
        {
            if (around is Statement statement)
            {
                return statement;
            }
        }

        return null;
    }

    /// <summary>The function has a <c>yield</c> of its own.</summary>
    public bool IsGenerator([NotNullWhen(true)] SyntaxNode? function) => function is not null && _generators.Contains(function);

    public bool IsInside(SyntaxNode node, SyntaxNode outer) => ReferenceEquals(node, outer) || Around(node).Any(around => ReferenceEquals(around, outer));

    protected override void DefaultVisit(SyntaxNode node)
    {
        Note(node);
        node.VisitChildren(this);
    }

    private void Note(SyntaxNode node)
    {
        switch (node)
        {
            case Statement:
                _cancellation.ThrowIfCancellationRequested();
                if (node is FunctionDef function)
                {
                    _functions.Add(function);
                    Add(_functionsByName, function.Name, function);
                }
                else if (node is ClassDef type)
                {
                    _classes.Add(type);
                    Add(_classesByName, type.Name, type);
                }
                else if (node is Return result)
                {
                    _returns.Add(result);
                }

                break;
            case Call call:
                _calls.Add(call);
                break;
            case Constant { LiteralKind: ConstantKind.String or ConstantKind.Bytes } text when text.End - text.Start >= LongLiteral && text.Parent is not Expr:
                _longLiterals.Add(text);
                break;
            case Yield or YieldFrom when FunctionAround(node) is { } generator:
                _generators.Add(generator);
                _yields.Add(node);
                break;
            default:
                break;
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> byName, string name, T definition)
    {
        if (!byName.TryGetValue(name, out var all))
        {
            byName[name] = all = [];
        }

        all.Add(definition);
    }

    /// <summary>Of the statements below a loop those of its <c>else</c> run once.</summary>
    private static bool IsRepeated(SyntaxNode child, ImmutableArray<Statement> orElse) => child is Statement && (orElse.IsEmpty || child.Start < orElse[0].Start);

    private static bool IsWork(Statement statement, HashSet<string> functions) =>
        statement is For or While || (statement is Expr { Value: Call { Function: Name called } } && (called.Id is "print" || functions.Contains(called.Id)));
}
