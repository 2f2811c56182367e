namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>Keeps, of all facts that are put in from any thread, the few that the seed drew.</summary>
internal sealed class FactUrn
{
    private readonly SortedDictionary<string, SampledFact> _drawn = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly int _size;

    public FactUrn(int size) => _size = size;

    /// <summary>How many facts were put in.</summary>
    public int Seen { get; private set; }

    /// <summary>Those that were drawn, in order of their places.</summary>
    public IReadOnlyList<SampledFact> Drawn => [.. _drawn.Values.OrderBy(fact => fact.Place, StringComparer.Ordinal)];

    public void Add(SampledFact fact)
    {
        lock (_gate)
        {
            Seen++;
            _drawn.Add(fact.Lot, fact);
            if (_drawn.Count > _size)
            {
                _drawn.Remove(_drawn.Last().Key);
            }
        }
    }
}
