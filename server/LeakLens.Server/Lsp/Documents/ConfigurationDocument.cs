using LeakLens.Python.Text;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>One version of a configuration file that is open. What is in force is what is saved.</summary>
internal sealed record ConfigurationDocument(string Uri, int Version, SourceText Text, string Path);
