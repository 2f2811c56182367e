using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Records;

/// <summary>LL904: a loop that adds objects to a session, which holds all of them until they are written: what is written it refers to weakly only.</summary>
internal static class FilledSessions
{
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.NamedCalls.OfMethod("add"))
        {
            if (call is not { Function: Python.Syntax.Attribute { Value: var session }, Arguments: [_] } || Repetitions.LoopAround(context, call) is not { } loop || !SessionMaker.IsSession(context, session) || IsEmptied(context, session, loop)
                || LoopExits.HasAny(loop))
            {
                continue;
            }

            var hasNoEnd = loop is While || (loop is For { Iterable: var items } && IsStream(context, items));
            yield return UncountedFinding.Of(rule, hasNoEnd ? FindingLevel.Warning : FindingLevel.Note, call, "The session holds every object of the loop until they are written behind it", "Write them in parts: session.flush() after every 1,000")
                .With(loop, "the loop neither flushes nor commits");
        }
    }

    /// <summary>Something in the loop lets the session write, or gives the session to code that may.</summary>
    private static bool IsEmptied(RuleContext context, Expression session, Statement loop) => context.UsesOf(session).Where(use => context.Code.IsInside(use, loop)).Any(use => context.Code.ParentOf(use) switch
    {
        Python.Syntax.Attribute { Name: var method } => LibraryData.Instance.Set("records.sessionEmptiers").Contains(method) || method is "query" or "execute" or "scalars" or "get",
        Call or Keyword or Assign or AnnAssign or WithItem => true,
        _ => false,
    });

    /// <summary>Lines of a file, rows of a table of text: as many as somebody else has written.</summary>
    private static bool IsStream(RuleContext context, Expression items) => items switch
    {
        Name name when Definitions.OnlyValue(context, name) is { } value and not Name => IsStream(context, value),
        Name name => context.Uses.OwnerOf(name) is { } owner && context.Uses.UsesOf(owner).Any(use => context.Code.ParentOf(use) is WithItem { Context: Call opened } && IsOpening(context, opened)),
        Call { Function: var function, Arguments: [var first, ..] } when context.Names.Resolve(function) is { Text: "builtins.enumerate" or "builtins.iter" } => IsStream(context, first),
        Call call => IsOpening(context, call) || context.Names.Resolve(call.Function) is { Text: "csv.reader" or "csv.DictReader" or "ijson.items" or "xml.etree.ElementTree.iterparse" },
        _ => false,
    };

    private static bool IsOpening(RuleContext context, Call call) => context.Names.Resolve(call.Function) is { Text: "builtins.open" or "io.open" or "gzip.open" or "codecs.open" };
}
