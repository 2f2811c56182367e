using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// The fixes of one version's findings. Each is tried out by an analysis of the changed text, so they are looked for when somebody is
/// interested in a finding, once, and called off with the version.
/// </summary>
internal sealed class DocumentFixes(Lazy<AnalysisOptions> options, CancellationToken superseded)
{
    private readonly ConcurrentDictionary<Finding, Lazy<Task<ImmutableArray<Fix>>>> _byFinding = new(ReferenceEqualityComparer.Instance);

    public Task<ImmutableArray<Fix>> FindAsync(AnalysisResult result, Finding finding) =>
        _byFinding.GetOrAdd(finding, _ => new Lazy<Task<ImmutableArray<Fix>>>(() => Task.Run(() => FixFinder.Find(result, options.Value, finding, superseded), superseded))).Value;
}
