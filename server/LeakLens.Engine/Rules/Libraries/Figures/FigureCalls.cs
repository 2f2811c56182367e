using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Figures;

/// <summary>What calls do with figures: by what their library says, or, for functions of the text, by what stands in those.</summary>
internal sealed class FigureCalls
{
    private const int Deepest = 3;

    private readonly RuleContext _context;
    private readonly LibraryData _data = LibraryData.Instance;

    public FigureCalls(RuleContext context) => _context = context;

    public bool IsClosing(Call call) => Is(call, "figures.closers", "figures.closingMethods", Deepest);

    public bool IsSaving(Call call) => Is(call, "figures.savers", "figures.savingMethods", Deepest);

    /// <summary>A window waits for somebody to close it, which closes the figure.</summary>
    public bool IsShowing(Call call) => Is(call, "figures.shows", "figures.showingMethods", Deepest)
        && !call.Keywords.Any(static keyword => keyword is { Name: "block", Value: Constant { LiteralKind: ConstantKind.False } });

    public bool IsResetting(Call call) => Is(call, "figures.resets", "figures.resettingMethods", Deepest) || IsClosing(call);

    public bool IsDrawing(Call call) => _context.Names.Resolve(call.Function) is { } name && _data.Set("figures.draws").Contains(name.Text);

    /// <summary>It draws on axes that are there, under the names that plotting functions give that parameter.</summary>
    public static bool IsGivenAxes(Call call) => call.Keywords.Any(static keyword => keyword is { Name: "ax" or "axes" or "fig" or "figure", Value: not Constant });

    /// <summary>It uses figures and axes that it is given, and neither keeps nor closes them.</summary>
    public bool IsBorrowing(Call call) => _context.Names.Resolve(call.Function) is { } name && _data.Set("figures.borrowers").Contains(name.Text.Split('.')[0]);

    /// <summary>It gives the current figure or axes.</summary>
    public bool IsCurrent(Expression expression) => expression is Call call && _context.Names.Resolve(call.Function) is { } name && _data.Set("figures.current").Contains(name.Text);

    /// <summary>The calls that stand in the text of a node and are code of the same function as it.</summary>
    public IEnumerable<Call> Within(SyntaxNode region, SyntaxNode? function) =>
        _context.Code.CallsWithin(region).Where(call => ReferenceEquals(_context.Code.FunctionAround(call), function));

    private bool Is(Call call, string names, string methods, int depth)
    {
        var name = _context.Names.Resolve(call.Function);
        if (name is not null && _data.Set(names).Contains(name.Text))
        {
            return true;
        }

        if (call.Function is Python.Syntax.Attribute method && _data.Set(methods).Contains(method.Name) && (name is null || !_data.Set("figures.borrowers").Contains(name.Text.Split('.')[0])))
        {
            return true;
        }

        return depth > 0 && Definitions.FunctionOf(_context, call.Function) is { } function && Within(function, function).Any(inner => Is(inner, names, methods, depth - 1));
    }
}
