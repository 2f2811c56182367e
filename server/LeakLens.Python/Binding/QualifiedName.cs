using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LeakLens.Python.Binding;

/// <summary>
/// Where a name comes from, as a dotted path: <c>numpy.random.rand</c>, <c>builtins.len</c>, <c>..shared.cache</c>. One object for
/// each path of a tree, so that asking again allocates nothing.
/// </summary>
public sealed class QualifiedName
{
    /// <summary>No library's names are longer; chains made to be are no names.</summary>
    private const int MaxLength = 500;

    private readonly Lazy<ConcurrentDictionary<string, QualifiedName?>> _members = new(() => new(StringComparer.Ordinal));

    internal QualifiedName(ImmutableArray<string> candidates, QualifiedNameOrigin origin)
    {
        Candidates = candidates;
        Origin = origin;
    }

    /// <summary>
    /// All that the name may stand for, in the order of the text; two or more after <c>try: import ujson as json</c> and its
    /// <c>except ImportError: import json</c>, or where a star import may lie in between. Never empty.
    /// </summary>
    public ImmutableArray<string> Candidates { get; }

    public QualifiedNameOrigin Origin { get; }

    /// <summary>The first candidate.</summary>
    public string Text => Candidates[0];

    /// <summary>It stands for this and nothing else, however the program runs.</summary>
    public bool IsCertain => Candidates.Length == 1 && Origin != QualifiedNameOrigin.Wildcard;

    public bool MayBe(string path)
    {
        foreach (var candidate in Candidates)
        {
            if (string.Equals(candidate, path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => string.Join(" | ", Candidates);

    /// <summary>The path of an attribute; null when it gets too long.</summary>
    internal QualifiedName? GetMember(string name) => _members.Value.GetOrAdd(name, static (member, owner) => owner.CreateMember(member), this);

    private QualifiedName? CreateMember(string name)
    {
        var paths = ImmutableArray.CreateBuilder<string>(Candidates.Length);
        foreach (var candidate in Candidates)
        {
            if (candidate.Length + name.Length >= MaxLength)
            {
                return null;
            }

            paths.Add($"{candidate}.{name}");
        }

        return new QualifiedName(paths.MoveToImmutable(), Origin);
    }
}
