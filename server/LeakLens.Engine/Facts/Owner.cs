using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Facts;

/// <summary>Who keeps an object alive when the program is done.</summary>
/// <param name="Path">As a reader would write it, for example <c>service.sessions</c>; null when nothing named holds it.</param>
public sealed record Owner(string? Path, Lifetime Lifetime)
{
    /// <summary>Its instance is one of those that the world makes: how many there are, and how long they live, is not known.</summary>
    public bool IsOfWorld { get; init; }

    /// <summary>Held until its function returns, and by nothing afterwards.</summary>
    public static readonly Owner Nobody = new(Path: null, Lifetime.Function);
}
