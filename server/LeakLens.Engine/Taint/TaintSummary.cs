using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>What one function of the file does with what it is given.</summary>
internal sealed class TaintSummary
{
    /// <summary>What it gives back by itself, whoever calls it.</summary>
    public TaintValue Result { get; private set; }

    /// <summary>No way through it ends with a return: it raises, or ends the process.</summary>
    public bool NeverReturns { get; private set; }

    /// <summary>By parameter, counted from 1: the facets that go through into the result.</summary>
    public Dictionary<int, TaintFacets> Through { get; } = [];

    /// <summary>By parameter: the facets that it bounds, or it raises.</summary>
    public Dictionary<int, TaintFacets> Bounds { get; } = [];

    /// <summary>By place: what a parameter decides there.</summary>
    public Dictionary<(SyntaxNode Node, string Rule), (int Parameter, TaintHit Hit)> Hits { get; } = [];

    /// <summary>True when that was not known.</summary>
    public bool AddResult(TaintValue value)
    {
        if (value.Origin is null && value.Parameter > 0)
        {
            var known = Through.GetValueOrDefault(value.Parameter);
            Through[value.Parameter] = known | value.Facets;
            return Through[value.Parameter] != known;
        }

        var before = Result;
        Result = Result.Or(value);
        return Result != before;
    }

    public bool Leaves()
    {
        var wasKnown = NeverReturns;
        NeverReturns = true;
        return !wasKnown;
    }

    public bool AddHit(int parameter, TaintHit hit) => Hits.TryAdd((hit.Node, hit.Rule), (parameter, hit));

    public bool AddBound(int parameter, TaintFacets facets)
    {
        var known = Bounds.GetValueOrDefault(parameter);
        Bounds[parameter] = facets;
        return known != facets;
    }
}
