using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Fixes;

/// <summary>
/// Finds the fixes of findings, when somebody asks for them: each is made in memory, and offered only if the analysis of the changed text
/// says that the finding is gone and nothing new has come. Not thread-safe; make one for each request.
/// </summary>
public sealed class FixFinder
{
    /// <summary>Each candidate costs one more analysis of the whole text.</summary>
    private const int MostCandidates = 9;

    /// <summary>As above, of a text that takes long to analyse.</summary>
    private const int MostCandidatesOfLargeText = 3;

    /// <summary>In UTF-16 units.</summary>
    private const int LargeText = 200_000;

    /// <summary>People choose among few.</summary>
    private const int MostOffered = 3;

    private readonly FixScene _scene;
    private readonly FixVerifier _verifier;

    /// <param name="options">Those that the result was made with.</param>
    public FixFinder(AnalysisResult result, AnalysisOptions options)
    {
        _scene = new FixScene(result, options);
        _verifier = new FixVerifier(result, options);
    }

    /// <summary>The fixes of one finding of a result, the best first; none for what is suppressed.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static ImmutableArray<Fix> Find(AnalysisResult result, AnalysisOptions options, Finding finding, CancellationToken cancellation) =>
        new FixFinder(result, options).Find(finding, cancellation);

    /// <summary>As above, for several findings of one result.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public ImmutableArray<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var offered = ImmutableArray.CreateBuilder<Fix>();
        foreach (var (fix, _) in FindVerified(finding, includeUnsafe: true, cancellation))
        {
            offered.Add(fix);
            if (offered.Count == MostOffered)
            {
                break;
            }
        }

        // Whatever the order of the providers: what changes nothing comes first.
        return [.. offered.OrderBy(static fix => fix.Applicability)];
    }

    /// <summary>What might be done about a finding, before any of it is proven: most of it would pass, none of it may be offered.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public IEnumerable<Fix> Propose(Finding finding, CancellationToken cancellation) => finding.Suppression is null ? Candidates(finding, cancellation) : [];

    /// <summary>Fixes and what the analysis says about the text with each; one of each kind.</summary>
    internal IEnumerable<(Fix Fix, AnalysisResult Changed)> FindVerified(Finding finding, bool includeUnsafe, CancellationToken cancellation)
    {
        if (finding.Suppression is not null)
        {
            yield break;
        }

        var (tried, kinds) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var fix in Candidates(finding, cancellation))
        {
            if ((fix.Applicability is Applicability.Unsafe && !includeUnsafe) || kinds.Contains(fix.Kind) || (FixBook.Better.TryGetValue(fix.Kind, out var better) && kinds.Contains(better)))
            {
                continue;
            }

            if (tried++ == (_scene.Tree.Text.Length > LargeText ? MostCandidatesOfLargeText : MostCandidates))
            {
                yield break;
            }

            if (_verifier.Verify(fix, finding, cancellation) is { } changed)
            {
                kinds.Add(fix.Kind);
                yield return (fix, changed);
            }
        }
    }

    private IEnumerable<Fix> Candidates(Finding finding, CancellationToken cancellation)
    {
        foreach (var fix in finding.Fixes)
        {
            yield return fix;
        }

        var context = new FixContext(_scene, finding, cancellation);
        foreach (var provider in FixBook.For(finding.Rule.Id))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var fix in provider.Propose(context))
            {
                yield return fix with { Kind = provider.Kind };
            }
        }
    }
}
