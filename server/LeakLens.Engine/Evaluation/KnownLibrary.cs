using System.Collections.Frozen;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>The names that every module sees without an import.</summary>
internal static class KnownLibrary
{
    private static readonly FrozenSet<string> Builtins = new[]
    {
        "range", "len", "str", "repr", "bytes", "bytearray", "int", "float", "bool", "list", "tuple", "dict", "set", "frozenset",
        "print", "enumerate", "zip", "map", "filter", "reversed", "sorted", "sum", "min", "max", "any", "all", "abs", "iter", "next",
        "isinstance", "getattr", "setattr", "hasattr", "type", "object", "super", "open", "input", "round", "id", "hash", "chr", "ord",
        "property", "staticmethod", "classmethod", "globals", "locals", "vars", "format", "divmod", "pow", "callable", "quit", "exit",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Value FindBuiltin(string name)
    {
        if (Builtins.Contains(name) || ExceptionType.Find(name) is not null)
        {
            return Value.Of(new KnownThing(name));
        }

        // The module is looked at as the program that is started: what it does then is the most it does.
        return string.Equals(name, "__name__", StringComparison.Ordinal) ? Value.OfText("__main__") : Value.Unknown;
    }
}
