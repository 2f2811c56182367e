using System.Collections.Frozen;

namespace LeakLens.Engine.Library;

/// <summary>The words of models by their names, with how many operands each takes.</summary>
internal static class Vocabulary
{
    private static readonly (string Name, Word Word, int Least, int Most)[] Numbers =
    [
        ("len", Word.Len, 1, 1), ("number", Word.Number, 1, 1), ("min", Word.Min, 2, 2), ("max", Word.Max, 2, 2),
        ("upto", Word.Upto, 1, 1), ("between", Word.Between, 2, 2), ("digits", Word.Digits, 1, 1), ("given", Word.Given, 1, 1),
        ("is_int", Word.IsInt, 1, 1), ("is_none", Word.IsNone, 1, 1), ("is_sequence", Word.IsSequence, 1, 1),
        ("is_function", Word.IsFunction, 1, 1), ("is_start", Word.IsStart, 1, 1), ("struct_items", Word.StructItems, 1, 1),
        ("struct_floats", Word.StructFloats, 1, 1), ("is_slice", Word.IsSlice, 1, 1), ("is_bytes", Word.IsBytes, 1, 1), ("span", Word.Span, 2, 2),
        ("reaches", Word.Reaches, 2, 2), ("struct_size", Word.StructSize, 1, 1), ("code_size", Word.CodeSize, 1, 1),
    ];

    private static readonly (string Name, Word Word, int Least, int Most)[] Reading =
    [
        ("kept", Word.Kept, 1, 1), ("deep_kept", Word.DeepKept, 1, 1), ("get_or_make", Word.GetOrMake, 3, 3),
        ("element", Word.Element, 1, 1), ("item", Word.Item, 2, 2), ("next", Word.Next, 1, 1), ("either", Word.Either, 2, 6),
        ("registry", Word.Registry, 2, 2), ("array", Word.Array, 1, 2), ("like", Word.Like, 1, 2), ("view", Word.ViewOf, 1, 2),
        ("elementwise", Word.Elementwise, 2, 3), ("elements", Word.Elements, 1, 1), ("volume", Word.Volume, 1, 1),
        ("rows", Word.Rows, 1, 1), ("shape", Word.ShapeOf, 1, 1), ("item_bytes", Word.ItemBytes, 1, 1),
        ("joined", Word.Joined, 1, 2), ("reduced", Word.Reduced, 1, 2), ("as_array", Word.AsArray, 1, 1),
        ("row_of", Word.RowOf, 1, 1), ("pinned", Word.Pinned, 2, 2), ("arange_count", Word.ArangeCount, 3, 3),
        ("table", Word.Table, 2, 4), ("part_of", Word.PartOf, 2, 2),
    ];

    private static readonly (string Name, Word Word, int Least, int Most)[] Effects =
    [
        ("keep", Word.Keep, 2, 2), ("add", Word.Add, 2, 2), ("push", Word.Push, 2, 2), ("heapify", Word.Heapify, 1, 1), ("extend", Word.Extend, 2, 2), ("set_key", Word.SetKey, 3, 3),
        ("take", Word.Take, 1, 2), ("remove_key", Word.RemoveKey, 2, 2), ("reorder", Word.Reorder, 1, 1),
        ("drop", Word.Drop, 2, 2), ("clear", Word.Clear, 1, 1), ("hold", Word.Hold, 2, 3), ("grow", Word.Grow, 2, 2),
        ("fill", Word.Fill, 2, 2), ("limit", Word.Limit, 2, 2), ("consume", Word.Consume, 1, 1), ("release", Word.Release, 1, 1),
        ("share", Word.Share, 1, 1), ("call", Word.Call, 1, 8), ("apply", Word.Apply, 1, 4), ("run", Word.Run, 1, 1),
        ("spawn", Word.Spawn, 2, 2), ("settle", Word.Settle, 0, 0), ("write", Word.Write, 2, 2), ("fail", Word.Fail, 0, 0),
        ("scratch", Word.Scratch, 1, 1),
    ];

    private static readonly (string Name, Word Word, int Least, int Most)[] Making =
    [
        ("int", Word.Int, 0, 1), ("float", Word.Float, 0, 0), ("bool", Word.Bool, 0, 0), ("str", Word.Str, 1, 2),
        ("bytes", Word.Bytes, 1, 1), ("bytearray", Word.Bytearray, 1, 1), ("list", Word.List, 0, 1), ("tuple", Word.Tuple, 0, 1),
        ("set", Word.Set, 0, 1), ("dict", Word.Dict, 0, 1), ("deque", Word.Deque, 0, 1), ("items", Word.Items, 0, 12),
        ("several", Word.Several, 2, 2), ("list_of", Word.ListOf, 2, 2), ("tuple_of", Word.TupleOf, 2, 2),
        ("dict_of", Word.DictOf, 3, 3), ("set_of", Word.SetOf, 2, 2), ("opaque", Word.Opaque, 1, 2), ("new", Word.New, 1, 8),
        ("copy", Word.Copy, 1, 1), ("deepcopy", Word.Deepcopy, 1, 1), ("iterator", Word.Iterator, 1, 1),
        ("mapped", Word.Mapped, 2, 2),
    ];

    private static readonly FrozenDictionary<string, (Word Word, int Least, int Most)> Words = Numbers.Concat(Making).Concat(Reading).Concat(Effects)
        .ToFrozenDictionary(static entry => entry.Name, static entry => (entry.Word, entry.Least, entry.Most), StringComparer.Ordinal);

    /// <summary>All of them, with the least and the most operands.</summary>
    public static IEnumerable<(string Name, int Least, int Most)> All => Words.Select(static word => (word.Key, word.Value.Least, word.Value.Most));

    /// <summary>What is wrong with a call that is no word.</summary>
    public static string Describe(string name, int operands) => !Words.TryGetValue(name, out var entry) ? $"there is no word '{name}'"
        : entry.Least == entry.Most ? $"'{name}' takes {entry.Least} operands, not {operands}"
        : $"'{name}' takes {entry.Least} to {entry.Most} operands, not {operands}";

    public static bool TryFind(string name, int operands, out Word word)
    {
        var known = Words.TryGetValue(name, out var entry);
        word = entry.Word;
        return known && operands >= entry.Least && operands <= entry.Most;
    }
}
