using System.Collections.Frozen;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>What contracts call the kinds of objects that can be large.</summary>
public static class KindNames
{
    private static readonly FrozenDictionary<string, ObjectKind> Kinds = new Dictionary<string, ObjectKind>(StringComparer.Ordinal)
    {
        ["list"] = ObjectKind.List,
        ["dict"] = ObjectKind.Dict,
        ["set"] = ObjectKind.Set,
        ["tuple"] = ObjectKind.Tuple,
        ["deque"] = ObjectKind.Deque,
        ["str"] = ObjectKind.Str,
        ["bytes"] = ObjectKind.Bytes,
        ["bytearray"] = ObjectKind.ByteArray,
        ["instance"] = ObjectKind.Instance,
        ["library"] = ObjectKind.Opaque,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, in order.</summary>
    public static IEnumerable<string> All => Kinds.Keys.Order(StringComparer.Ordinal);

    public static bool TryParse(string name, out ObjectKind kind) => Kinds.TryGetValue(name, out kind);

    public static string Of(ObjectKind kind) => Kinds.FirstOrDefault(pair => pair.Value == kind).Key ?? "object";
}
