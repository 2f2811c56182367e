using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>LL903 in torch: what is added up or collected with the history of how it was computed.</summary>
internal sealed class KeptHistories
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly GradientScope _gradients;

    public KeptHistories(RuleContext context, RuleDescriptor rule)
    {
        _context = context;
        _rule = rule;
        _gradients = new GradientScope(context);
    }

    public IEnumerable<Finding> Check()
    {
        var functions = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var call in _context.NamedCalls.OfMethod("backward").Concat(_context.NamedCalls.OfMethod("eval")))
        {
            if (functions.Add(_context.Code.FunctionAround(call) ?? _context.Tree.Root))
            {
                foreach (var finding in Of(_context.Code.FunctionAround(call)))
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in RetainedGraphs().Concat(CachedOnDevice()))
        {
            yield return finding;
        }
    }

    private IEnumerable<Finding> Of(SyntaxNode? function)
    {
        var backward = MethodsOf(function, "backward");
        var evaluated = MethodsOf(function, "eval").Where(static call => call.Arguments.IsEmpty && call.Keywords.IsEmpty).Select(static call => ((Python.Syntax.Attribute)call.Function).Value).ToArray();
        if (function is Lambda || (backward.Length == 0 && evaluated.Length == 0))
        {
            yield break;
        }

        var source = new TensorSource(_context, expression => IsLoss(expression, backward) || IsOutput(expression, evaluated));
        source = new TensorSource(_context, expression => (IsLoss(expression, backward) && !IsNumberBy(expression, backward, source)) || IsOutput(expression, evaluated));
        foreach (var growth in LoopGrowth.Of(_context, function))
        {
            if (source.IsCarriedBy(growth.Value) && !IsWalkedBack(growth.Target, backward) && _gradients.MayRecord(growth.Node) && !UsesGradients(function) && (backward.Length > 0 || evaluated.Length > 0))
            {
                yield return Tell(growth);
            }
        }
    }

    private Finding Tell(LoopGrowth growth)
    {
        var name = _context.Text.Text[growth.Target.Start..growth.Target.End];
        var isList = growth.Node is Call;
        return isList
            ? UncountedFinding.Of(_rule, FindingLevel.Warning, growth.Node, $"{name} keeps the graph of every trip: what is appended carries the history of how it was computed", "Append a number, or a tensor without its history: item(), detach()")
            : UncountedFinding.Of(_rule, FindingLevel.Warning, growth.Node, $"{name} keeps the graph of every trip: a sum of tensors remembers all that was added to it", "Add a number: item()");
    }

    private Call[] MethodsOf(SyntaxNode? function, string method) => [.. _context.NamedCalls.OfMethod(method).Where(call => ReferenceEquals(_context.Code.FunctionAround(call), function))];

    /// <summary>Somebody goes back from it, in this function: a tensor with a history.</summary>
    private static bool IsLoss(Expression expression, Call[] backward) =>
        expression is Name && Array.Exists(backward, call => call.Function is Python.Syntax.Attribute { Value: Name loss } && SameExpression.Is(loss, expression));

    /// <summary><c>loss = loss.item()</c> behind the way back: from there on the name stands for a number.</summary>
    private bool IsNumberBy(Expression loss, Call[] backward, TensorSource source)
    {
        if (loss is not Name name || _context.Uses.OwnerOf(name) is not { } owner)
        {
            return false;
        }

        var last = _context.Uses.UsesOf(owner).LastOrDefault(use => use.Context is ExpressionContext.Store && use.Start < name.Start);
        return last is not null && _context.Code.ParentOf(last) is Assign assign && Array.Exists(backward, call => call.Start < assign.Start) && assign.End < name.Start && !source.IsCarriedBy(assign.Value)
            && Array.Exists(backward, call => call.End < assign.Start && _context.Code.LoopsAround(call).FirstOrDefault() is { } loop && _context.Code.IsInside(assign, loop));
    }

    /// <summary>What a model gives that was switched to evaluation, or a loss of it; switching that on does not switch gradients off.</summary>
    private bool IsOutput(Expression expression, Expression[] evaluated) => expression is Call call && evaluated.Length > 0
        && (Array.Exists(evaluated, model => SameExpression.Is(model, call.Function)) || IsLossCall(call));

    private bool IsLossCall(Call call) => _context.Names.Resolve(call.Function) is { } name
        ? LibraryData.Instance.Set("tensors.losses").Contains(name.Text)
        : Makers.Of(_context, call.Function) is { } maker && LibraryData.Instance.Set("tensors.losses").Contains(maker);

    /// <summary>The sum itself is what is learned from: it needs the graphs of all its parts.</summary>
    private bool IsWalkedBack(Expression target, Call[] backward) =>
        Array.Exists(backward, call => call.Function is Python.Syntax.Attribute { Value: var loss } && (SameExpression.Is(loss, target) || Mentions(loss, target)))
        || _context.UsesOf(target).Any(use => _context.Code.Around(use).TakeWhile(static around => around is not Statement).Any(around => around is Call { Function: var called } && IsJoining(called)));

    /// <summary>Parts of a batch that are put together again, to be learned from.</summary>
    private bool IsJoining(Expression called) => _context.Names.Resolve(called)?.Text is "torch.stack" or "torch.cat" or "torch.concat" or "torch.autograd.grad" && _context.NamedCalls.OfMethod("backward").Count > 0;

    private bool Mentions(Expression loss, Expression target) =>
        loss is not Name name ? _context.UsesOf(target).Any(use => _context.Code.IsInside(use, loss)) : Definitions.OnlyValue(_context, name) is { } value && _context.UsesOf(target).Any(use => _context.Code.IsInside(use, value));

    /// <summary>Gradients are taken by hand: histories are what it is about.</summary>
    private bool UsesGradients(SyntaxNode? function) => _context.NamedCalls.Of("torch.autograd.grad").Any(call => ReferenceEquals(_context.Code.FunctionAround(call), function));

    /// <summary><c>backward(retain_graph=True)</c> on each trip, and nothing that goes back a second time.</summary>
    private IEnumerable<Finding> RetainedGraphs()
    {
        foreach (var call in _context.NamedCalls.OfMethod("backward"))
        {
            if (call.Keywords.Any(static keyword => keyword is { Name: "retain_graph", Value: Constant { LiteralKind: ConstantKind.True } }) && _context.Code.LoopsAround(call).FirstOrDefault() is { } loop
                && IsMadeIn(loop, ((Python.Syntax.Attribute)call.Function).Value) && !UsesGradients(_context.Code.FunctionAround(call)) && MethodsOf(_context.Code.FunctionAround(call), "backward").Count(other => _context.Code.IsInside(other, loop)) == 1)
            {
                yield return UncountedFinding.Of(_rule, FindingLevel.Note, call, "The graph of each trip is retained, and nothing in the loop goes back through it a second time", "Leave retain_graph out, and detach() what one trip hands to the next");
            }
        }
    }

    /// <summary>A graph that is there before the loop is gone through on each trip.</summary>
    private bool IsMadeIn(Statement loop, Expression loss)
    {
        while (loss is Subscript or Python.Syntax.Attribute)
        {
            loss = loss is Subscript part ? part.Value : ((Python.Syntax.Attribute)loss).Value;
        }

        return loss is not Name name || (_context.Uses.OwnerOf(name) is { } owner && _context.Uses.UsesOf(owner).Any(use => use.Context is ExpressionContext.Store && _context.Code.IsInside(use, loop)));
    }

    /// <summary>A dataset that moves what it loads to the device, and keeps it there.</summary>
    private IEnumerable<Finding> CachedOnDevice()
    {
        foreach (var call in _context.NamedCalls.OfMethod("cuda").Concat(_context.NamedCalls.OfMethod("to").Where(static call => call.Arguments is [Constant { Value: string device }, ..] && device.StartsWith("cuda", StringComparison.Ordinal))))
        {
            if (_context.Code.FunctionAround(call) is FunctionDef { Name: "__getitem__" or "__iter__" } method && _context.Code.ClassOf(method) is { } type
                && type.Bases.Any(parent => _context.Names.Resolve(parent) is { } name && LibraryData.Instance.Set("tensors.datasets").Contains(name.Text))
                && StoreOf(call) is { } cache && !_context.IsTended(cache, method))
            {
                yield return UncountedFinding.Of(_rule, FindingLevel.Warning, call, "The dataset keeps every item that it was ever asked for in the memory of the device", "Keep it in the machine's memory, and move each batch to the device in the loop");
            }
        }
    }

    /// <summary>The collection of the object that it is put into.</summary>
    private Python.Syntax.Attribute? StoreOf(Call call) => _context.Code.ParentOf(call) is Assign assign ? assign.Targets.OfType<Subscript>().Select(static item => item.Value).OfType<Python.Syntax.Attribute>().FirstOrDefault() : null;
}
