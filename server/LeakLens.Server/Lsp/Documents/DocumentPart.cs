using LeakLens.Python.Text;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>A cell of a notebook as a part of the text that its cells are analysed as.</summary>
/// <param name="Start">Where it begins in that text.</param>
internal sealed record DocumentPart(string Uri, SourceText Text, int Start);
