namespace LeakLens.Engine.Heap;

/// <summary>Something that exists without the program making it: a built-in function or type, a module, a method of a built-in type.</summary>
/// <param name="QualifiedName">As Python would print it, for example <c>range</c> or <c>collections.deque</c>.</param>
/// <param name="IsModule">Attributes of a module are again known things, qualified by its name.</param>
internal sealed record KnownThing(string QualifiedName, bool IsModule = false)
{
    private Dictionary<string, KnownThing>? _members;

    /// <summary>An attribute: the same thing whenever it is asked for. Not for things that several threads share.</summary>
    public KnownThing Member(string name)
    {
        _members ??= new(StringComparer.Ordinal);
        if (!_members.TryGetValue(name, out var member))
        {
            member = new KnownThing(QualifiedName + "." + name);
            _members.Add(name, member);
        }

        return member;
    }

    // The members that were asked for do not belong to what the thing is.
    public bool Equals(KnownThing? other) => other is not null && IsModule == other.IsModule && string.Equals(QualifiedName, other.QualifiedName, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(QualifiedName);
}
