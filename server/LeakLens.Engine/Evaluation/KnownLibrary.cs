using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;

namespace LeakLens.Engine.Evaluation;

/// <summary>The names that every module sees without an import.</summary>
internal static class KnownLibrary
{
    public static Value FindBuiltin(string name)
    {
        var builtins = LibraryCatalogue.Builtins;
        if (ExceptionType.Find(name) is { } exception)
        {
            // Some have two names: IOError is OSError.
            return Value.Of(new KnownThing(exception.Name));
        }

        if (builtins.Functions.ContainsKey(name) || builtins.Types.ContainsKey(name))
        {
            return Value.Of(new KnownThing(name));
        }

        // The module is looked at as the program that is started: what it does then is the most it does.
        return string.Equals(name, "__name__", StringComparison.Ordinal) ? Value.OfText("__main__") : Value.Unknown;
    }
}
