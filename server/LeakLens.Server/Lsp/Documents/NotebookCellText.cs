using LeakLens.Python.Text;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>A cell of a notebook.</summary>
/// <param name="IsPython">Code in Python; of all other cells only their place is kept.</param>
internal sealed record NotebookCellText(string Uri, int Version, SourceText Text, bool IsPython);
