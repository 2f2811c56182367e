using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Decoding;

/// <summary>Where a text executes code, and what that code is. Most texts execute none, and are told from their names alone.</summary>
internal sealed class PayloadFacts
{
    private const string Family = "hidden-payload";

    /// <summary>Of all that is executed in one text, together.</summary>
    private const long MostCharacters = 4L * DecodingLimits.MostBytes;

    private static readonly PayloadFacts Nothing = new(TraceResult.Nothing);

    private readonly Dictionary<Execution, DecodedPayload> _payloads = new(ReferenceEqualityComparer.Instance);

    private PayloadFacts(TraceResult trace) => Trace = trace;

    public TraceResult Trace { get; }

    public IReadOnlyCollection<DecodedPayload> Payloads => _payloads.Values;

    public static PayloadFacts Of(SyntaxTree tree, AnalysisOptions options, CancellationToken cancellation)
    {
        if (!IsAskedFor(options.Rules) || !IsWorthwhile(tree))
        {
            return Nothing;
        }

        var facts = new PayloadFacts(PayloadTracer.Trace(tree, options.Files, cancellation));
        var room = options.Room ?? new PayloadRoom();
        var known = new Dictionary<string, DecodedPayload?>(StringComparer.Ordinal);
        long characters = 0;
        foreach (var execution in facts.Trace.Executions)
        {
            if (execution.Kind is not (ExecutionKind.Code or ExecutionKind.File) || TextOf(execution.Code.Value) is not { } code)
            {
                continue;
            }

            // The same code is executed in many places, or many places execute large data: each is looked at once, and not all of too many.
            if (!known.TryGetValue(code, out var same))
            {
                characters += code.Length;
                same = characters <= MostCharacters && IsCode(code, cancellation) && room.TryEnter() is { } inner
                    ? Open(tree, execution, code, options with { Room = inner, RunsSideBySide = false, Role = CodeRole.Product, HonoursComments = false, Allowance = null }, cancellation)
                    : null;
                known[code] = same;
            }

            if (same is not null)
            {
                facts._payloads[execution] = same.Place == execution.Place.Span ? same : Open(tree, execution, same);
            }
        }

        return facts;
    }

    /// <summary>The code that an execution runs, when it was decoded.</summary>
    public DecodedPayload? Of(Execution execution) => _payloads.GetValueOrDefault(execution);

    /// <summary>A text that Python could run; null for other data.</summary>
    public static string? TextOf(object? value)
    {
        var text = value switch
        {
            string given => given,
            byte[] bytes when Array.IndexOf(bytes, (byte)0) < 0 => Encoding.UTF8.GetString(bytes),
            _ => null,
        };
        return text is null || text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal) ? null : text.TrimStart('\uFEFF');
    }

    /// <summary>It parses, and does something: it calls, defines or imports.</summary>
    public static bool IsCode(string text, CancellationToken cancellation, int statements = 1)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text.TrimStart()), cancellation);
        return tree.Errors.IsEmpty && tree.Root.Body.Length >= statements && DoesSomething.Look(tree.Root);
    }

    /// <summary>What is hidden is the matter of one family of rules: without any of them nothing is decoded.</summary>
    private static bool IsAskedFor(RuleSet rules)
    {
        foreach (var rule in rules.All)
        {
            if (string.Equals(rule.Family, Family, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names of functions that execute, modules that load: a program without any has nothing to follow.</summary>
    private static bool IsWorthwhile(SyntaxTree tree)
    {
        var scopes = tree.GetScopes();
        var triggers = LibraryNames.Set("triggers");
        foreach (var scope in scopes.Scopes)
        {
            foreach (var symbol in scope.Symbols)
            {
                if (triggers.Contains(symbol.Name))
                {
                    return true;
                }
            }
        }

        var (isServed, hasStrands) = (false, false);
        foreach (var module in scopes.ImportedNames)
        {
            if (LibraryNames.Set("modules").Contains(module) || (module.LastIndexOf('.') is var dot and > 0 && LibraryNames.Set("modules").Contains(module[..dot])))
            {
                return true;
            }

            var top = module.IndexOf('.', StringComparison.Ordinal) is var first and > 0 ? module[..first] : module;
            isServed |= LibraryNames.Set("frameworks").Contains(top);
            hasStrands |= LibraryNames.Set("strands").Contains(top);
        }

        return isServed && hasStrands;
    }

    private static DecodedPayload Open(SyntaxTree tree, Execution execution, DecodedPayload same) => same with
    {
        Place = execution.Place.Span,
        Name = NameOf(tree, execution),
        Layers = LayersOf(execution),
        File = FileOf(execution),
    };

    private static string NameOf(SyntaxTree tree, Execution execution) => $"decoded payload of line {tree.Text.GetPosition(execution.Place.Start, ColumnUnit.Utf32).Line + 1}";

    private static ImmutableArray<DecodedLayer> LayersOf(Execution execution) =>
        [.. (execution.Code.Layers?.InOrder() ?? []).Select(static step => new DecodedLayer(step.Name, step.Result switch { byte[] bytes => bytes, string given => Encoding.UTF8.GetBytes(given), _ => null }, step.Result is string))];

    private static string? FileOf(Execution execution) => (execution.Code.Layers?.InOrder() ?? []).FirstOrDefault(static step => step.File is not null)?.File?.Path;

    private static DecodedPayload Open(SyntaxTree tree, Execution execution, string code, AnalysisOptions options, CancellationToken cancellation)
    {
        var text = SourceText.From(code);
        return new DecodedPayload(execution.Place.Span, NameOf(tree, execution), LayersOf(execution), text, Analyzer.Analyze(text, options, cancellation), FileOf(execution));
    }

    private sealed class DoesSomething : SyntaxVisitor
    {
        private bool _does;

        public static bool Look(Module module)
        {
            var finder = new DoesSomething();
            finder.Visit(module);
            return finder._does;
        }

        protected override void DefaultVisit(SyntaxNode node)
        {
            _does |= node is Call or FunctionDef or ClassDef or Import or ImportFrom or For or While;
            if (!_does)
            {
                node.VisitChildren(this);
            }
        }
    }
}
