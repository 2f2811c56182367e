using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>Whether code runs with the recording of gradients switched off: by a <c>with</c>, a decorator, a switch, or by all who call it.</summary>
internal sealed class GradientScope
{
    private const int DeepestCalls = 3;

    private readonly RuleContext _context;
    private readonly bool _isSwitched;

    public GradientScope(RuleContext context)
    {
        _context = context;
        _isSwitched = LibraryData.Instance.Set("tensors.switches").Any(name => context.NamedCalls.Of(name).Count > 0)
            || context.Uses.AttributesNamed("requires_grad_").Count > 0
            || context.Uses.AttributesNamed("requires_grad").Any(static use => use.Context is ExpressionContext.Store);
    }

    /// <summary>The text says nowhere that nothing is recorded here.</summary>
    public bool MayRecord(SyntaxNode place) => !_isSwitched && MayRecord(place, DeepestCalls);

    private bool MayRecord(SyntaxNode place, int depth)
    {
        foreach (var around in _context.Code.Around(place))
        {
            if (around is With with && with.Items.Any(item => IsSwitch(item.Context)))
            {
                return false;
            }

            if (around is FunctionDef function)
            {
                return !function.Decorators.Any(IsSwitch) && (depth == 0 || Callers(function).All(call => MayRecord(call, depth - 1)));
            }
        }

        return true;
    }

    private IEnumerable<Call> Callers(FunctionDef function) => _context.Code.CallsNamed(function.Name).Concat(_context.NamedCalls.OfMethod(function.Name))
        .Where(call => ReferenceEquals(Definitions.FunctionOf(_context, call.Function), function) && !_context.Code.IsInside(call, function));

    private bool IsSwitch(Expression manager) =>
        _context.Names.Resolve(manager is Call call ? call.Function : manager) is { } name && LibraryData.Instance.Set("tensors.graphless").Contains(name.Text);
}
