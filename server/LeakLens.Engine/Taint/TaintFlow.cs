using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>One run through a function, or through the module's own code: statements.</summary>
internal sealed partial class TaintFlow
{
    private const int DeepestLoops = 2;

    private readonly TaintAnalysis _analysis;
    private readonly RuleContext _context;
    private readonly TaintData _data = TaintData.Instance;
    private readonly FunctionDef? _function;
    private readonly ClassDef? _class;
    private readonly string? _self;
    private readonly TaintSummary _summary;
    private readonly List<(int Index, string Name)> _parameters = [];
    private TaintEnvironment _env = new();
    private TaintEnvironment? _left;
    private bool _isAlive = true;
    private int _loops;

    public TaintFlow(TaintAnalysis analysis, FunctionDef? function)
    {
        _analysis = analysis;
        _context = analysis.Context;
        _function = function;
        _summary = function is null ? new TaintSummary() : analysis.SummaryOf(function);
        _class = function is null ? null : _context.Code.ClassOf(function);
        if (function is not null)
        {
            BindParameters(function);
            _self = _class is not null && _parameters.Count > 0 ? _parameters[0].Name : null;
        }
    }

    public void Run(ImmutableArray<Statement> body)
    {
        Block(body);
        if (_isAlive)
        {
            _left = TaintEnvironment.Join(_left, _env);
        }

        if (_left is not { } end)
        {
            _analysis.Note(_summary.Leaves());
            return;
        }

        foreach (var (index, name) in _parameters)
        {
            if (end.TryGet(name, out var value) && value.Parameter == index)
            {
                _analysis.Note(_summary.AddBound(index, TaintFacets.Any & ~value.Facets));
            }
        }
    }

    private void BindParameters(FunctionDef function)
    {
        var index = 0;
        foreach (var parameter in function.Parameters.PositionalOnly.Concat(function.Parameters.Positional).Concat(function.Parameters.KeywordOnly))
        {
            var given = _analysis.Types.OfParameter(function, parameter, index);
            index++;
            _parameters.Add((index, parameter.Name));
            _env.Set(parameter.Name, given != TaintValue.None ? given : index == 1 && _class is not null ? TaintValue.None : new(TaintFacets.Any, Parameter: index));
        }
    }

    private void Block(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            if (!_isAlive || !_analysis.Step())
            {
                return;
            }

            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Expr expression:
                Evaluate(expression.Value);
                AfterCall(expression.Value);
                _isAlive = !Leaves(expression.Value);
                break;
            case Assign assign:
                VisitAssign(assign);
                break;
            case AnnAssign { Value: { } value } annotated:
                Bind(annotated.Target, Evaluate(value));
                break;
            case AugAssign augmented:
                VisitAugAssign(augmented);
                break;
            case If branch:
                VisitIf(branch);
                break;
            case For loop:
                VisitFor(loop);
                break;
            case While loop:
                VisitWhile(loop);
                break;
            case With with:
                VisitWith(with);
                break;
            case Try attempt:
                VisitTry(attempt);
                break;
            case Match match:
                VisitMatch(match);
                break;
            case Return result:
                VisitReturn(result);
                break;
            case Raise:
            case Continue:
            case Break:
                _isAlive = false;
                break;
            case Assert assert:
                Evaluate(assert.Test);
                Refine(assert.Test, outcome: true);
                break;
            default:
                break;
        }
    }

    /// <summary>A call that never comes back: it raises, or ends the process.</summary>
    private bool Leaves(Expression expression)
    {
        if (expression is not Call call)
        {
            return false;
        }

        return _context.Names.Resolve(call.Function) is { } name ? _data.Set("leaving").Contains(name.Text)
            : (Local(call) is { } function && _analysis.SummaryOf(function).NeverReturns) || (call.Function is Attribute method && (_data.Set("leavingMethods").Contains(method.Name)
                || (Makers.Of(_context, method.Value) is { } maker && _data.Set("leaving").Contains($"{maker}().{method.Name}"))));
    }

    private void VisitAssign(Assign assign)
    {
        var value = Evaluate(assign.Value);
        foreach (var target in assign.Targets)
        {
            if (target is Tuple { Elements: var targets } && assign.Value is Tuple { Elements: var values } && targets.Length == values.Length)
            {
                for (var i = 0; i < targets.Length; i++)
                {
                    Bind(targets[i], Evaluate(values[i]));
                }
            }
            else
            {
                Bind(target, value);
            }
        }
    }

    private void VisitAugAssign(AugAssign augmented)
    {
        var before = Evaluate(augmented.Target);
        var value = Evaluate(augmented.Value);
        var result = Combine(augmented, augmented.Operator, augmented.Target, before, augmented.Value, value);
        // A text or list that a loop adds to is as long as there is something to add: what is counted there is not one value's size.
        Bind(augmented.Target, result);
    }

    private void VisitReturn(Return result)
    {
        if (result.Value is { } value)
        {
            _analysis.Note(_summary.AddResult(Evaluate(value)));
        }

        _left = TaintEnvironment.Join(_left, _env.Copy());
        _isAlive = false;
    }

    private void VisitIf(If branch)
    {
        Evaluate(branch.Test);
        var before = _env.Copy();
        Refine(branch.Test, outcome: true);
        Block(branch.Body);
        var afterBody = _isAlive ? _env : null;
        (_env, _isAlive) = (before, true);
        Refine(branch.Test, outcome: false);
        Block(branch.OrElse);
        Merge(afterBody);
    }

    /// <summary>The way that was just taken, or an earlier one.</summary>
    private void Merge(TaintEnvironment? other)
    {
        var joined = TaintEnvironment.Join(_isAlive ? _env : null, other);
        _isAlive = joined is not null;
        _env = joined ?? _env;
    }

    private void VisitFor(For loop)
    {
        var items = ItemOf(Evaluate(loop.Iterable), loop.Iterable);
        Loop(() =>
        {
            Bind(loop.Target, items);
            Block(loop.Body);
        });
        Block(loop.OrElse);
    }

    private void VisitWhile(While loop)
    {
        Loop(() =>
        {
            Evaluate(loop.Test);
            Refine(loop.Test, outcome: true);
            Block(loop.Body);
        });
        Refine(loop.Test, outcome: false);
        Block(loop.OrElse);
    }

    private void Loop(Action body)
    {
        _loops++;
        for (var trip = 0; trip < (_loops > DeepestLoops ? 1 : 2); trip++)
        {
            var before = _env.Copy();
            body();
            Merge(before);
        }

        _loops--;
    }

    private void VisitWith(With with)
    {
        foreach (var item in with.Items)
        {
            var value = Evaluate(item.Context);
            if (item.Target is { } target)
            {
                Bind(target, value);
            }
        }

        Block(with.Body);
    }

    private void VisitTry(Try attempt)
    {
        var before = _env.Copy();
        Block(attempt.Body);
        if (_isAlive)
        {
            Block(attempt.OrElse);
        }

        var after = _isAlive ? _env : null;
        foreach (var handler in attempt.Handlers)
        {
            (_env, _isAlive) = (before.Copy(), true);
            Block(handler.Body);
            after = TaintEnvironment.Join(after, _isAlive ? _env : null);
        }

        _isAlive = after is not null;
        _env = after ?? before;
        if (!attempt.FinalBody.IsEmpty)
        {
            var wasAlive = _isAlive;
            _isAlive = true;
            Block(attempt.FinalBody);
            _isAlive &= wasAlive;
        }
    }

    private void VisitMatch(Match match)
    {
        Evaluate(match.Subject);
        var before = _env.Copy();
        TaintEnvironment? after = null;
        foreach (var branch in match.Cases)
        {
            (_env, _isAlive) = (before.Copy(), true);
            Block(branch.Body);
            after = TaintEnvironment.Join(after, _isAlive ? _env : null);
        }

        (_env, _isAlive) = (before, true);
        Merge(after);
    }

    private void Bind(Expression target, TaintValue value)
    {
        switch (target)
        {
            case Tuple tuple:
                BindAll(tuple.Elements, value);
                break;
            case List list:
                BindAll(list.Elements, value);
                break;
            case Starred starred:
                Bind(starred.Value, value);
                break;
            case Name name:
                _env.Set(name.Id, value);
                if (_function is null && value.Origin is not null)
                {
                    _analysis.SetGlobal(name.Id, value);
                }

                break;
            case Attribute { Value: Name { Id: var holder } } field when _class is not null && string.Equals(holder, _self, StringComparison.Ordinal):
                _env.Set($"{holder}.{field.Name}", value);
                _analysis.SetField(_class, field.Name, value);
                break;
            case Subscript item when TaintPath.Of(item.Value) is { } path:
                NoteStored(item);

                // A container is what is in it; its own length is another matter.
                _env.Refine(path, (_env.TryGet(path, out var known) ? known : TaintValue.None).Or(value.Without(TaintFacets.Long)));
                break;
            default:
                break;
        }
    }

    private void BindAll(ImmutableArray<Expression> targets, TaintValue value)
    {
        foreach (var target in targets)
        {
            Bind(target, value);
        }
    }
}
