using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Kinds.Growths;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Caches;

/// <summary><c>@cache</c> and <c>@lru_cache(maxsize=None)</c> become <c>@lru_cache(maxsize=1024)</c>.</summary>
internal sealed class CacheLimit : FixProvider
{
    private static readonly string[] Limits = ["1024", "128", "16"];

    public override string Kind => "cache-limit";

    public override ImmutableArray<string> Rules => ["LL403"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var decorator = context.Growths.FirstOrDefault(MemoGrowthRule.IsDecorated)?.Fact.Container as Expression ?? context.Nodes.OfType<Expression>().FirstOrDefault();
        if (decorator is null || !context.Rules.Names.TryResolve((decorator as Call)?.Function ?? decorator, out var name) || context.Code.IsGenerator(context.Code.ParentOf(decorator)) || ContentUses.IsRecursive(context.Code, context.Code.ParentOf(decorator)) || context.Code.ParentOf(decorator) is FunctionDef { IsAsync: true })
        {
            yield break;
        }

        foreach (var limit in Limits)
        {
            var writer = context.Write();
            if (!Write(context, writer, decorator, name.Text, limit))
            {
                yield break;
            }

            foreach (var fix in writer.Done($"Keep at most {limit} results (lru_cache(maxsize={limit}))", Applicability.Unsafe, "results that were pushed out are computed again"))
            {
                yield return fix;
            }
        }
    }

    private static bool Write(FixContext context, SourceWriter writer, Expression decorator, string name, string limit)
    {
        switch (decorator)
        {
            case Call { Keywords: var keywords } when keywords.FirstOrDefault(static keyword => keyword.Name is "maxsize")?.Value is { } size:
                writer.Replace(size, limit, limit);
                return true;
            case Call { Arguments: [Constant { LiteralKind: ConstantKind.None } size, ..] }:
                writer.Replace(size, limit, limit);
                return true;
            case Name or Attribute when name is "functools.cache":
                var written = decorator is Attribute attribute ? $"{context.TextOf(attribute.Value)}.lru_cache" : writer.Import("functools", "lru_cache", decorator);
                writer.Replace(decorator, $"{written}(maxsize={limit})", limit);
                return true;
            default:
                return false;
        }
    }
}
