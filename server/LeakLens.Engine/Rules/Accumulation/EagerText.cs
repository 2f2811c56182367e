using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>The sentences of LL108.</summary>
internal static class EagerText
{
    /// <summary>What becomes of the list, after "a list that".</summary>
    public static string Use(OnePassUse use) => use.Kind switch
    {
        OnePassKind.Loop => "is only walked through once",
        OnePassKind.Count => "is only counted",
        OnePassKind.First => "is only asked for its first item",
        OnePassKind.Copy => $"is only copied into a {use.Function}",
        _ => $"is only handed to {use.Function}()",
    };

    public static string Message(OnePassUse use, bool isFile) => isFile
        ? "All lines of the file are read into a list before the first of them is looked at"
        : use.Kind switch
        {
            OnePassKind.Question => $"A list of all answers is made before {use.Function}() looks at the first",
            OnePassKind.Loop => "A list of all items is made before the loop takes the first",
            _ => $"A list of all items is made that {Use(use)}",
        };

    public static string Advice(Expression made, OnePassUse use, ListSource source) => source.FileOf(made) is not null ? OfFile(use)
        : use.Kind switch
        {
            OnePassKind.Count => "Count without a list: sum(1 for ...)",
            OnePassKind.First => "Take the first item with next(iter(...))",
            OnePassKind.Copy when made is ListComp && use.Function is "set" => "Write a set comprehension: {... for ...}",
            OnePassKind.Loop when made is ListComp => "Write round brackets instead of square ones: a generator makes one item at a time",
            _ when made is ListComp => $"Leave out the square brackets: {use.Function}() takes one item at a time",
            OnePassKind.Loop => "Leave out the call that makes the list: the loop takes one item at a time",
            _ => $"Leave out the call that makes the list: {use.Function}() takes one item at a time",
        };

    private static string OfFile(OnePassUse use) => use.Kind switch
    {
        OnePassKind.Count => "Count without a list: sum(1 for line in file)",
        OnePassKind.First => "Read one line: file.readline()",
        _ => "Walk through the file itself: for line in file",
    };
}
