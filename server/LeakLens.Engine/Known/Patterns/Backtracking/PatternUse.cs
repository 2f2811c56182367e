namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>Where in a text a pattern is tried.</summary>
internal enum PatternUse
{
    /// <summary>At every place, until it fits: <c>search</c>, <c>findall</c>, <c>sub</c>.</summary>
    Search,

    /// <summary>At the start.</summary>
    Match,

    /// <summary>At the start, and it has to fit to the end.</summary>
    FullMatch,
}
