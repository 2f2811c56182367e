namespace LeakLens.Python.Syntax;

/// <summary>A node that opens a scope, whose number it keeps: a dictionary from nodes to scopes costs a tenth of building them.</summary>
internal interface IScopeNode
{
    /// <summary>-1 until the tree's scopes are built.</summary>
    int ScopeNumber { get; set; }
}
