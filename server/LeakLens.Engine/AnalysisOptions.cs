using LeakLens.Engine.Decoding;
using LeakLens.Engine.Library;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Rules;

namespace LeakLens.Engine;

/// <summary>What an analysis is told besides the text.</summary>
public sealed record AnalysisOptions(RuleSet Rules)
{
    /// <summary>What the code is for.</summary>
    public CodeRole Role { get; init; } = CodeRole.Product;

    /// <summary>Who reads the text where it is not Python; null for Python.</summary>
    public TextLanguage? Language { get; init; }

    /// <summary>What the workspace says about the store that its programs write to; null where it says nothing, or nothing that agrees.</summary>
    public StoreServer? Server { get; init; }

    /// <summary>Whose bytes are counted.</summary>
    public TargetVersion Target { get; init; } = TargetVersion.Python311;

    /// <summary>What a project says about libraries, besides what is known of them; null for nothing.</summary>
    public LibraryModels? Models { get; init; }

    /// <summary>Comments of the text may accept findings. Not where nobody trusts whoever wrote the text.</summary>
    public bool HonoursComments { get; init; } = true;

    /// <summary>Why amounts are accepted, however large, in everything that is analysed; null if they are not.</summary>
    public string? Allowance { get; init; }

    /// <summary>The files that the program may read as it runs; null when nobody has them.</summary>
    public IProgramFiles? Files { get; init; }

    /// <summary>The modules that the program has beside this one; null when it is looked at alone.</summary>
    public IModuleSource? Modules { get; init; }

    /// <summary>
    /// Somebody waits for this one text: parts that do not need each other run on several threads. The findings are the same; the work may be more, for some is
    /// begun before it is known whether anybody wants it.
    /// </summary>
    public bool RunsSideBySide { get; init; }

    /// <summary>Of code that another text hides: how deep, and how much more there may be.</summary>
    internal PayloadRoom? Room { get; init; }
}
