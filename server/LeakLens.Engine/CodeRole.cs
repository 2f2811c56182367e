namespace LeakLens.Engine;

/// <summary>What code is for: it decides how loud to be about it.</summary>
public enum CodeRole
{
    /// <summary>It runs for its users.</summary>
    Product,

    /// <summary>Tests, benchmarks, examples, notebooks: it runs for a moment, on a machine of its own. Findings are told one level lower.</summary>
    Practice,

    /// <summary>Generated, or a copy of another project: whoever reads the findings cannot change it. Nothing is told.</summary>
    Foreign,
}
