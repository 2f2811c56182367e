using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>A resource that is released somewhere: is it on every way out?</summary>
internal sealed class ReleasePaths
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly ResourceUse _use;
    private readonly Name _name;

    public ReleasePaths(RuleContext context, RuleDescriptor rule, ResourceUse use, Name name)
    {
        _context = context;
        _rule = rule;
        _use = use;
        _name = name;
    }

    public Finding? Judge()
    {
        if (FindMiss() is not { } miss)
        {
            return null;
        }

        var isPlain = IsPlain(miss);
        var level = isPlain && _use.Resource.StaysWhenDropped && !Definitions.RunsOnce(_context, _use.Call) ? FindingLevel.Warning : FindingLevel.Note;
        return UncountedFinding.Of(_rule, level, _use.Call, $"{_name.Id} is not closed on every way out: {How(miss)}", Advice())
            .With(miss.Node, isPlain ? "left open on this way" : "an exception here leaves it open");
    }

    /// <summary>A way out on which nothing releases it, one that somebody wrote down before all others; null for none.</summary>
    public PathMiss? FindMiss()
    {
        // Of a pipe each of two processes closes its end, on its own way.
        if (!_context.MayFollow(_use.Call) || Definitions.Calls(_context, _use.Call, LifetimeData.Instance.Set("splitting")))
        {
            return null;
        }

        var answer = _context.Follow(_use.Call, new LocalResource(_context, _use, _name));
        return !answer.IsReleased || answer.Misses.IsEmpty ? null : answer.Misses.FirstOrDefault(IsPlain) ?? answer.Misses[0];
    }

    /// <summary>A failed assertion is as rare as an exception that nobody wrote down.</summary>
    public static bool IsPlain(PathMiss miss) => miss.End is not PathEnd.Exception && miss.Node is not Assert;

    /// <summary>For example <c>line 7 returns before it is</c>.</summary>
    /// <param name="done">What it should be, where the sentence does not say so already.</param>
    public string How(PathMiss miss, string done = "")
    {
        var line = _context.Text.GetPosition(miss.Node.Start, ColumnUnit.Utf32).Line + 1;
        return miss.End switch
        {
            PathEnd.Return => $"line {line} returns before it is{done}",
            PathEnd.Raise when miss.Node is Assert => $"a failed assertion in line {line} skips it",
            PathEnd.Raise => $"line {line} raises before it is{done}",
            PathEnd.Again => "another is opened while it is still open",
            PathEnd.End => $"after line {line} the code ends without it",
            _ => $"an exception in line {line} skips it",
        };
    }

    private string Advice() => _use.Resource.What is "descriptor"
        ? "Close it in a finally block, or hand it to os.fdopen() in a with statement"
        : "Open it in a with statement";
}
