using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Facts;

/// <summary>Who keeps an object alive when the program is done.</summary>
/// <param name="Path">As a reader would write it, for example <c>service.sessions</c>; null when nothing named holds it.</param>
public sealed record Owner(string? Path, Lifetime Lifetime)
{
    /// <summary>Held until its function returns, and by nothing afterwards.</summary>
    public static readonly Owner Nobody = new(Path: null, Lifetime.Function);
}
