using System.Collections.Immutable;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

/// <summary>What is known of a file that may not be open.</summary>
/// <param name="Edition">Higher than that of everything that was known before.</param>
internal sealed record FileDiagnostics(string Path, long Edition, ImmutableArray<Diagnostic> Diagnostics);
