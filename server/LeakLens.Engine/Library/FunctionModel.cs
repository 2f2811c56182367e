using LeakLens.Engine.Known;

namespace LeakLens.Engine.Library;

/// <summary>
/// What a call of one function does to memory, written in one line: <c>heap, item: add(heap, item) -> None</c>. Before the
/// colon its parameters, then effects, then the result; or <c>@name</c>, when code of the engine does it.
/// Compiled on the first call.
/// </summary>
internal sealed class FunctionModel
{
    private const int CharactersPerStep = 64;

    private readonly string _text;
    private ModelBody? _body;

    public FunctionModel(string name, string text, string qualifiedName, bool isOwn = false)
    {
        Name = name;
        Cost = isOwn ? 1 + (text.Length / CharactersPerStep) : 0;
        _text = text;
        IsOwn = isOwn;
        Known = isOwn ? null : KnownFunctions.Find(qualifiedName);
        Intrinsic = text.StartsWith('@') && Enum.TryParse<Intrinsic>(text.AsSpan(1), out var code) ? code : null;
    }

    /// <summary>The function's own name: how a growth that it causes is called.</summary>
    public string Name { get; }

    public string Text => _text;

    /// <summary>A project brought it along.</summary>
    public bool IsOwn { get; }

    /// <summary>Steps of a call. Those of LeakLens do so little that the call's own step covers it; what somebody else wrote may call itself.</summary>
    public int Cost { get; }

    /// <summary>What gives the result when all arguments are known.</summary>
    public KnownFunction? Known { get; }

    /// <summary>The code of the engine that does what no formula can say.</summary>
    public Intrinsic? Intrinsic { get; }

    public ModelBody Body => _body ??= ModelCompiler.Compile(_text);

    /// <summary>A call may make something longer. Read from the text: nothing is compiled.</summary>
    public bool MayGrow => _text.Contains("add(", StringComparison.Ordinal) || _text.Contains("extend(", StringComparison.Ordinal)
        || _text.Contains("set_key(", StringComparison.Ordinal) || _text.Contains("grow(", StringComparison.Ordinal)
        || _text.Contains("hold(", StringComparison.Ordinal) || _text is "@SetDefault" or "@DictUpdate";
}
