namespace LeakLens.Engine.Rules.Lifetimes.Resources;

/// <summary>What the code that makes a resource does with it.</summary>
internal enum ResourceFate
{
    /// <summary>Somebody else may answer for it: a with statement, a caller, a collection, a function that was given it.</summary>
    Owned,

    /// <summary>Nothing ever refers to it.</summary>
    Discarded,

    /// <summary>It is used where it is made and has no name: <c>open(path).read()</c>.</summary>
    Unnamed,

    /// <summary>It goes into a collection at once: <c>tasks.add(create_task(...))</c>.</summary>
    Kept,

    /// <summary>A variable refers to it.</summary>
    Variable,

    /// <summary>An attribute of the object whose method this is refers to it.</summary>
    Field,
}
