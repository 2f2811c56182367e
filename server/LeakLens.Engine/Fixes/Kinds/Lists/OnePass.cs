using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Accumulation;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Lists;

/// <summary>The list that one pass would do without is not made: a generator, the file itself, or what was copied takes its place.</summary>
internal sealed class OnePass : FixProvider
{
    public override string Kind => "one-pass";

    public override ImmutableArray<string> Rules => ["LL108", "LL110"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var uses = new OnePassFinder(context.Rules);
        var source = new ListSource(context.Rules, uses);
        foreach (var made in context.Nodes.OfType<Expression>())
        {
            if (uses.Of(made) is not { } use)
            {
                continue;
            }

            var writer = context.Write();
            var review = made is ListComp list ? OfComprehension(context, writer, list, use, source)
                : source.FileOf(made) is { } file ? OfFile(context, writer, (Call)made, file)
                : source.CopiedBy(made) is { } copied ? OfCopy(context, writer, made, copied, use, source)
                : null;
            return review is null ? [] : writer.Done(TitleOf(made, use), review.Length == 0 ? Applicability.Safe : Applicability.Unsafe, review.Length == 0 ? null : review);
        }

        return [];
    }

    private static string TitleOf(Expression made, OnePassUse use) => use.Kind switch
    {
        OnePassKind.Count => "Count without a list",
        OnePassKind.First => "Take the first item without a list",
        _ when made is Call { Function: Attribute } => "Read line by line",
        _ => "Take one item after the other instead of a list",
    };

    /// <summary>What needs review; empty for nothing.</summary>
    private static string? OfComprehension(FixContext context, SourceWriter writer, ListComp list, OnePassUse use, ListSource source)
    {
        var inner = context.Tree.Text.Text[(list.Start + 1)..(list.End - 1)];
        if (use.Kind is OnePassKind.First)
        {
            return null;
        }

        if (use is { Kind: OnePassKind.Count, Consumer: Call count })
        {
            writer.Replace(count.Function, "sum").Replace(list.Element, "1");
            Unbracket(context, writer, list, count);
        }
        else if (use is { Kind: OnePassKind.Copy, Function: "set", Consumer: Call copy } && ReferenceEquals(copy.Arguments[0], list))
        {
            writer.Replace(copy, $"{{{inner}}}");
        }
        else if (context.Code.ParentOf(list) is Call { Arguments: [_], Keywords: [] } call)
        {
            Unbracket(context, writer, list, call);
        }
        else
        {
            writer.Replace(new Python.Text.TextSpan(list.Start, 1), "(").Replace(new Python.Text.TextSpan(list.End - 1, 1), ")");
        }

        return use.Kind is not OnePassKind.Loop || source.IsPure(list) ? string.Empty : "items are made while the loop runs, not before it";
    }

    /// <summary>The brackets of the only argument go: those of the call are enough. A comma behind it would not be.</summary>
    private static void Unbracket(FixContext context, SourceWriter writer, ListComp list, Call call)
    {
        var behind = context.Tree.Text.Text.AsSpan(list.End, call.End - list.End);
        _ = behind.Contains(',') ? writer.Decline() : writer.Replace(new Python.Text.TextSpan(list.Start, 1), string.Empty).Replace(new Python.Text.TextSpan(list.End - 1, 1), string.Empty);
    }

    private static string? OfFile(FixContext context, SourceWriter writer, Call made, Expression file)
    {
        if (made.Function is Attribute { Name: "readlines" })
        {
            writer.Replace(made, context.TextOf(file));
            return string.Empty;
        }

        if (!IsTextFile(context, file))
        {
            return null;
        }

        var end = context.Style.Quote == '"' ? "\"\\n\"" : "'\\n'";
        writer.Replace(made, $"(line.rstrip({end}) for line in {context.TextOf(file)})");
        return "only line ends split, and no empty text follows the last";
    }

    /// <summary>Lines of bytes end otherwise: how the file was opened has to be seen.</summary>
    private static bool IsTextFile(FixContext context, Expression file)
    {
        var opened = file as Call ?? (file is Name name && context.Rules.Uses.OwnerOf(name) is { } owner
            ? context.Rules.Uses.UsesOf(owner).Select(use => context.Code.ParentOf(use)).Select(static parent => parent switch { WithItem item => item.Context, Assign assign => assign.Value, _ => null }).OfType<Call>().FirstOrDefault()
            : null);
        return opened is not null && !opened.Arguments.Concat(opened.Keywords.Select(static keyword => keyword.Value)).Any(static argument => argument is Constant { Value: string mode } && mode.Length <= 4 && mode.Contains('b', StringComparison.Ordinal));
    }

    private static string? OfCopy(FixContext context, SourceWriter writer, Expression made, Expression copied, OnePassUse use, ListSource source)
    {
        switch (use.Kind)
        {
            case OnePassKind.First:
                writer.Replace(use.Consumer, $"next(iter({context.TextOf(copied)}))");
                return "an empty one raises StopIteration instead of IndexError";
            case OnePassKind.Count when copied is not Call { Function: Name { Id: "range" } }:
                return null;
            default:
                writer.Replace(made, context.TextOf(copied));
                return source.IsLazy(copied) && copied is Call { Function: Name { Id: "map" or "filter" }, Arguments: [not Name { Id: "int" or "float" or "str" or "len" }, ..] } ? "items are made while the loop runs, not before it" : string.Empty;
        }
    }
}
