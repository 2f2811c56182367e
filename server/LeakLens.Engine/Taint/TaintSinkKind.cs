namespace LeakLens.Engine.Taint;

/// <summary>What a sink does with what it is given.</summary>
internal enum TaintSinkKind
{
    /// <summary>It takes as much as that says, or is.</summary>
    Amount,

    /// <summary>It makes objects of a text.</summary>
    Parse,

    /// <summary>It searches a text with a pattern of the program's.</summary>
    Search,

    /// <summary>It takes a pattern.</summary>
    Pattern,

    /// <summary>It says how often a loop runs.</summary>
    Trips,
}
