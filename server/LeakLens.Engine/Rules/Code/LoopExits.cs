using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Looks for the ways out of a loop that its own code has, whether or not evaluation ever took one.</summary>
internal sealed class LoopExits : SyntaxVisitor
{
    private int _innerLoops;
    private bool _found;

    private LoopExits()
    {
    }

    /// <summary>A <c>break</c>, <c>return</c> or <c>raise</c>. What only the end of the program leads to is no way out.</summary>
    public static bool HasAny(SyntaxNode loop)
    {
        var finder = new LoopExits();
        loop.VisitChildren(finder);
        return finder._found;
    }

    /// <summary><c>while going</c>, in which a handler says <c>going = False</c>: what its block raises one day ends it.</summary>
    public static bool IsEndedByHandler(SyntaxNode loop)
    {
        if (loop is not While { Test: Name flag })
        {
            return false;
        }

        var finder = new FlagFinder(flag);
        loop.VisitChildren(finder);
        return finder.Found;
    }

    /// <summary><c>while waiting: waiting.popleft()</c>: each trip takes something out of what the test asks for, and none puts anything in.</summary>
    public static bool CutsDown(SyntaxNode loop, RuleContext context)
    {
        if (loop is not While { Test: var test } || (test is Call { Function: Name { Id: "len" }, Arguments: [var counted] } ? counted : test) is not (Name or Attribute) || test is Constant)
        {
            return false;
        }

        var cut = false;
        foreach (var call in context.Code.CallsWithin(loop))
        {
            if (call.Function is Attribute method && SameExpression.Is(method.Value, test is Call { Arguments: [var asked] } ? asked : test))
            {
                if (!LifetimeData.Instance.Set("trimming").Contains(method.Name))
                {
                    return false;
                }

                cut = true;
            }
        }

        return cut;
    }

    /// <summary>Each trip waits for what a person types: there are as many as somebody has patience for.</summary>
    public static bool WaitsForPerson(SyntaxNode loop, RuleContext context) =>
        context.Code.CallsWithin(loop).Any(call => ReferenceEquals(context.Code.LoopsAround(call).FirstOrDefault(), loop) && context.Names.Resolve(call.Function)?.Text is "builtins.input" or "getpass.getpass");

    public override void VisitBreak(Break node) => _found |= _innerLoops == 0;

    public override void VisitReturn(Return node) => _found = true;

    public override void VisitRaise(Raise node) => _found = true;

    public override void VisitFor(For node) => VisitInner(node);

    public override void VisitWhile(While node) => VisitInner(node);

    public override void VisitExceptHandler(ExceptHandler node)
    {
        if (node.Type is not (Name { Id: "KeyboardInterrupt" or "SystemExit" } or Attribute { Name: "CancelledError" }))
        {
            base.VisitExceptHandler(node);
        }
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }

    private void VisitInner(SyntaxNode loop)
    {
        _innerLoops++;
        loop.VisitChildren(this);
        _innerLoops--;
    }

    private sealed class FlagFinder(Name flag) : SyntaxVisitor
    {
        private int _handlers;

        public bool Found { get; private set; }

        public override void VisitExceptHandler(ExceptHandler node)
        {
            _handlers++;
            base.VisitExceptHandler(node);
            _handlers--;
        }

        public override void VisitAssign(Assign node) =>
            Found |= _handlers > 0 && node is { Targets: [Name target], Value: Constant } && string.Equals(target.Id, flag.Id, StringComparison.Ordinal) && PathConditions.ValueOf(node.Value) is false;

        public override void VisitFunctionDef(FunctionDef node)
        {
        }
    }
}
