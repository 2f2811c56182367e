using System.Collections.Frozen;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>What the name of a file says about what people expect in it.</summary>
internal static class DataFiles
{
    private static readonly FrozenSet<string> Sources = FrozenSet.ToFrozenSet([".py", ".pyw", ".pyi", ".pyx", ".ipynb", ".pth", ".pyt"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts that are sometimes Python by custom: settings, templates, files of versions.</summary>
    private static readonly FrozenSet<string> Customary = FrozenSet.ToFrozenSet(["", ".txt", ".cfg", ".conf", ".in", ".tmpl", ".template", ".tpl", ".inc", ".config", ".rc", ".sage", ".gyp", ".gypi", ".spec", ".bzl", ".md", ".rst", ".j2", ".mako"], StringComparer.OrdinalIgnoreCase);

    public static bool IsSource(string path) => Sources.Contains(Ending(path));

    /// <summary>Nobody expects code in it.</summary>
    public static bool HoldsData(string path) => !IsSource(path) && !Customary.Contains(Ending(path));

    /// <summary>Assignments, imports and texts alone: a file of versions or settings.</summary>
    public static bool IsPlain(SourceText text, CancellationToken cancellation) =>
        SyntaxTree.Parse(text, cancellation).Root.Body.All(static statement => statement is Import or ImportFrom or Expr { Value: Constant } || (statement is Assign or AnnAssign && !HasCall.In(statement)));

    private static string Ending(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is var dot and > 0 ? name[dot..] : string.Empty;
    }

    private sealed class HasCall : SyntaxVisitor
    {
        private bool _has;

        public static bool In(SyntaxNode node)
        {
            var finder = new HasCall();
            finder.Visit(node);
            return finder._has;
        }

        public override void VisitCall(Call node) => _has = true;
    }
}
