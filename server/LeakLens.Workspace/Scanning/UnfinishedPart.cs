using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Scanning;

/// <summary>A part of a file that does more than can be followed.</summary>
/// <param name="What">For the start of a sentence: <c>The function walk</c>.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record UnfinishedPart(string What, int Line)
{
    internal static UnfinishedPart? Of(SyntaxNode? node, SourceText text)
    {
        if (node is null or Module)
        {
            return null;
        }

        var what = node switch
        {
            FunctionDef function => $"The function {function.Name}",
            ClassDef type => $"The class {type.Name}",
            For or While => "The loop",
            _ => "The code",
        };
        return new UnfinishedPart(what, text.Lines.GetLine(node.Start) + 1);
    }
}
