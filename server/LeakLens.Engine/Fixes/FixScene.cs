using LeakLens.Engine.Facts;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine.Fixes;

/// <summary>What the fixes of all findings of one text share.</summary>
internal sealed class FixScene
{
    private readonly AnalysisResult _result;
    private readonly AnalysisOptions _options;
    private RuleContext? _rules;
    private CodeStyle? _style;

    public FixScene(AnalysisResult result, AnalysisOptions options) => (_result, _options) = (result, options);

    public SyntaxTree Tree => _result.Tree;

    /// <summary>How the text is written: looked at when the first fix asks.</summary>
    public CodeStyle Style => _style ??= new CodeStyle(_result.Tree);

    /// <summary>What rules may ask. A result of which the facts were not kept is evaluated again.</summary>
    public RuleContext RulesFor(CancellationToken cancellation) =>
        _rules ??= new RuleContext(Tree, _result.Facts ?? MemoryFacts.Gather(Tree, _options.Target, _options.Models, _options.Modules, cancellation), _options, CancellationToken.None);
}
