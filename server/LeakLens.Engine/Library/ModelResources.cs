using System.Collections.Frozen;
using System.Reflection;

namespace LeakLens.Engine.Library;

/// <summary>The model files that this assembly carries, by module.</summary>
internal static class ModelResources
{
    private const string Prefix = "models/";
    private const string Suffix = ".json";

    private static readonly Assembly Carrier = typeof(ModelResources).Assembly;

    /// <summary>The modules that have a model file.</summary>
    public static FrozenSet<string> Modules { get; } = Carrier.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(static name => name[Prefix.Length..^Suffix.Length])
        .ToFrozenSet(StringComparer.Ordinal);

    public static LibraryModule Read(string module, LibraryCatalogue catalogue)
    {
        // What the assembly itself carries lies in memory: reading it is no IO.
#pragma warning disable RS0030
        using var stream = Carrier.GetManifestResourceStream(Prefix + module + Suffix) ?? throw new ArgumentException("No models for " + module, nameof(module));
        using var text = new StreamReader(stream);
#pragma warning restore RS0030
        return ModelReader.Read(text, catalogue);
    }
}
