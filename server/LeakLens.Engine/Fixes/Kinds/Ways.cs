using System.Collections.Immutable;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds;

/// <summary>Makes sure that what ends something is done on every way out.</summary>
internal static class Ways
{
    /// <summary>The statements of a block behind one of them.</summary>
    public static ImmutableArray<Statement> Behind(ImmutableArray<Statement> block, Statement statement) => [.. block.SkipWhile(other => !ReferenceEquals(other, statement)).Skip(1)];

    /// <summary>
    /// <c>try:</c> in front of the first, <c>finally:</c> in front of the last of several statements that follow each other; the last is what
    /// ends it. A <c>try</c> that stands alone between them, and has no <c>finally</c> yet, gets one.
    /// </summary>
    public static SourceWriter EndInFinally(this SourceWriter writer, ImmutableArray<Statement> statements)
    {
        var end = statements[^1];
        if (statements is [Try { FinalBody: [] }, _])
        {
            return writer.InsertBefore(end, "finally:").Indent(end, end);
        }

        return writer.InsertBefore(statements[0], "try:").Indent(statements[0], statements[^2]).InsertBefore(end, "finally:").Indent(end, end);
    }

    /// <summary>As above, where nothing ends it yet.</summary>
    public static SourceWriter EndInFinally(this SourceWriter writer, ImmutableArray<Statement> statements, string end)
    {
        if (statements is [Try { FinalBody: [] } attempt])
        {
            return writer.InsertAfter(attempt, "finally:", $"\t{end}");
        }

        return writer.InsertBefore(statements[0], "try:").Indent(statements[0], statements[^1]).InsertAfter(statements[^1], "finally:", $"\t{end}");
    }
}
