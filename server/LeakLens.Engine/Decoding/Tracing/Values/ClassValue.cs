using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A class of the text.</summary>
/// <param name="Members">The names of its body.</param>
internal sealed record ClassValue(ClassDef Definition, Dictionary<string, Traced> Members, IReadOnlyList<Traced> Bases)
{
    private const int MostBases = 16;

    /// <summary>A member of it or of its bases; null when there is none here.</summary>
    public Traced? Find(string name, int depth = 0)
    {
        if (Members.TryGetValue(name, out var own))
        {
            return own;
        }

        foreach (var parent in Bases)
        {
            if (depth < MostBases && parent.Value is ClassValue type && type.Find(name, depth + 1) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }
}
