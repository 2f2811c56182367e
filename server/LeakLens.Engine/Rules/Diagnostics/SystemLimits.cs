using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL305: limits that the operating system is asked to hold, and that it does not or cannot hold.</summary>
internal sealed class SystemLimits
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;

    public SystemLimits(RuleContext context, RuleDescriptor rule)
    {
        _context = context;
        _rule = rule;
    }

    public IEnumerable<Finding> Check()
    {
        var data = DiagnosticData.Instance;
        foreach (var call in _context.Diagnostics.LimitSettings)
        {
            if (call.Arguments is [var kind, ..] && _context.Names.Resolve(kind)?.Text is { } name && data.MemoryLimits.Contains(name) && Judge(call, data.DeadLimits.Contains(name)) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var call in _context.Diagnostics.LimitFiles)
        {
            if (IsWritten(call) && Swallowed(call) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Judge(Call call, bool isDead)
    {
        if (isDead)
        {
            return Of(FindingLevel.Warning, call, "This limit does nothing: Linux takes it and does not heed it", "Limit the address space: resource.RLIMIT_AS, or the memory of the control group", call.Arguments[0], "heeded last by Linux 2.4");
        }

        if (call.Arguments is [_, Python.Syntax.Tuple { Elements: [var soft, ..] } limits] && IsEndless(soft))
        {
            return Of(FindingLevel.Note, call, "This is no limit: all the memory of the machine may be taken", "Give it a number of bytes", limits, "no end");
        }

        return LoopBefore(call) is { } loop
            ? Of(FindingLevel.Warning, call, "The limit is set only when the loop is over and all is held already", "Set it before the loop", loop, "this loop grows without a limit")
            : Swallowed(call);
    }

    private Finding? Swallowed(Call call) => IneffectiveMemoryGuardRule.SwallowedAround(call, _context, "OSError", "ValueError", "PermissionError", "FileNotFoundError") is { } handler
        ? Of(FindingLevel.Note, call, "When this limit cannot be set the program goes on without one", "Let the exception end the program", handler, "this handler ignores it")
        : null;

    private bool IsEndless(Expression limit) =>
        _context.Names.Resolve(limit)?.Text is "resource.RLIM_INFINITY" || limit is UnaryOp { Operator: UnaryOperator.USub, Operand: Constant };

    /// <summary>What the module or the function collects in front of the limit, in the same block.</summary>
    private SyntaxNode? LoopBefore(Call call)
    {
        var block = _context.Code.StatementAround(call) is { } statement ? _context.Code.ParentOf(statement) : null;
        foreach (var growth in _context.Facts.Growths)
        {
            if (growth.Loop is { } loop && loop.End <= call.Start && ReferenceEquals(_context.Code.ParentOf(loop), block)
                && GrowthNumbers.Finite(growth.Peak) >= _rule.GetThreshold("warning-bytes"))
            {
                return loop;
            }
        }

        return null;
    }

    /// <summary><c>open(path, "w")</c>, <c>Path(path).write_text(limit)</c>.</summary>
    private bool IsWritten(Call call) =>
        call.Arguments is [_, Constant { Value: string mode }, ..] ? mode.Contains('w', StringComparison.Ordinal) || mode.Contains('a', StringComparison.Ordinal) || mode.Contains('+', StringComparison.Ordinal)
        : _context.Code.ParentOf(call) is Python.Syntax.Attribute { Name: "write_text" or "write_bytes" };

    private Finding Of(FindingLevel level, SyntaxNode place, string message, string advice, SyntaxNode related, string why) =>
        IneffectiveMemoryGuardRule.Of(_rule, level, place, message, advice, related, why);
}
