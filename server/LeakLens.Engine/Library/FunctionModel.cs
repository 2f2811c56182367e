using LeakLens.Engine.Known;

namespace LeakLens.Engine.Library;

/// <summary>
/// What a call of one function does to memory, written in one line: <c>heap, item: add(heap, item) -> None</c>. Before the
/// colon its parameters, then effects, then the result; or <c>@name</c>, when code of the engine does it.
/// Compiled on the first call.
/// </summary>
internal sealed class FunctionModel
{
    private readonly string _text;
    private ModelBody? _body;

    public FunctionModel(string name, string text, string qualifiedName)
    {
        Name = name;
        _text = text;
        Known = KnownFunctions.Find(qualifiedName);
        Intrinsic = text.StartsWith('@') && Enum.TryParse<Intrinsic>(text.AsSpan(1), out var code) ? code : null;
    }

    /// <summary>The function's own name: how a growth that it causes is called.</summary>
    public string Name { get; }

    public string Text => _text;

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
