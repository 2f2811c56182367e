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
        "property", "staticmethod", "classmethod", "globals", "locals", "vars", "format", "divmod", "pow", "callable",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Value FindBuiltin(string name) => Builtins.Contains(name) ? Value.Of(new KnownThing(name)) : Value.Unknown;
}
