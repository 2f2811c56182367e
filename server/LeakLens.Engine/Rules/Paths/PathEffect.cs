namespace LeakLens.Engine.Rules.Paths;

/// <summary>What a point does with something that was acquired.</summary>
internal enum PathEffect
{
    None,

    /// <summary>It is released.</summary>
    Release,

    /// <summary>Something else gets hold of it, and may release it: returned, stored, given away.</summary>
    HandOver,
}
