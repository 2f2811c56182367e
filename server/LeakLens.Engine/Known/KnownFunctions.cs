using System.Collections.Frozen;
using LeakLens.Engine.Known.Dates;
using LeakLens.Engine.Known.Numbers;
using LeakLens.Engine.Known.Patterns;

namespace LeakLens.Engine.Known;

/// <summary>The functions and methods whose results are known when their arguments are, by qualified name: <c>str.split</c>, <c>math.sqrt</c>.</summary>
internal static class KnownFunctions
{
    private static readonly FrozenDictionary<string, KnownFunction> All = new[]
    {
        TextTests.Functions, TextCase.Functions, TextSearch.Functions, TextSplit.Functions, TextPad.Functions, PathText.Functions, PathObjects.Functions, UrlText.Functions, TemplateText.Functions, BraceText.Functions,
        Conversions.Functions, Arithmetic.Functions, MathFunctions.Functions, BytesMethods.Functions, Checksums.Functions, StructPacking.Functions, TextWrapping.Functions, TextQuoting.Functions, CharacterData.Functions, DifferenceFunctions.Functions, Statistics.Functions,
        RandomNumbers.Functions, PatternFunctions.Functions, DateFunctions.Functions, DecimalFunctions.Functions, FractionFunctions.Functions,
        [("json.dumps", JsonWriter.Dump), ("json.loads", JsonReader.Load)],
    }.SelectMany(static group => group).ToFrozenDictionary(static entry => entry.Name, static entry => entry.Function, StringComparer.Ordinal);

    public static KnownFunction? Find(string qualifiedName) => All.GetValueOrDefault(qualifiedName);
}
