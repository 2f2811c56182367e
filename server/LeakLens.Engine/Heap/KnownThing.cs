namespace LeakLens.Engine.Heap;

/// <summary>Something that exists without the program making it: a built-in function or type, a module, a method of a built-in type.</summary>
/// <param name="QualifiedName">As Python would print it, for example <c>range</c> or <c>collections.deque</c>.</param>
/// <param name="IsModule">Attributes of a module are again known things, qualified by its name.</param>
internal sealed record KnownThing(string QualifiedName, bool IsModule = false);
