using System.Collections.Immutable;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Modules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Facts are told of the text that is analysed. What an imported module does is told where that text calls it, and what it does with things of its own is
/// told of its own file.
/// </summary>
internal sealed class ImportedPlaces(SyntaxTree tree, Evaluator evaluator, OwnerFinder owners)
{
    private readonly bool _isAlone = !evaluator.ImportedModules.Any();

    /// <summary>Where a growth, and the making of what grows, are told; null when that is not in the text that is analysed.</summary>
    public GrowthPlace? Of(Growth growth)
    {
        var site = growth.Container.Site;
        if (_isAlone)
        {
            return new GrowthPlace(growth.Node, site.Node, growth.CodeLoop, MadeIn: null);
        }

        var grower = evaluator.ImportedWith(growth.Node);
        var maker = evaluator.ImportedWith(site.Node);
        var isLoopImported = growth.CodeLoop is { } loop && evaluator.ImportedWith(loop) is not null;
        if (grower is not null && maker is not null && (growth.CodeLoop is null || isLoopImported))
        {
            return null;
        }

        var call = grower is null ? null : LastCall(growth.Context);
        var node = grower is null ? growth.Node : call;
        var making = maker is null ? site.Node : LastCall(site.Context);
        var around = !isLoopImported ? growth.CodeLoop : grower is null ? LoopAround(growth.Node) : call;
        return node is null ? null : new GrowthPlace(node, making ?? maker?.ImportedBy ?? node, around, making is null ? maker?.NameOfSource : null);
    }

    /// <summary>The loop that takes what an imported generator gives: the one around a statement, or the call that drains it.</summary>
    private SyntaxNode LoopAround(SyntaxNode node)
    {
        tree.LinkParents();
        for (var around = node; around is not (null or FunctionDef or Lambda); around = around.Parent)
        {
            if (around is For or While or ListComp or SetComp or DictComp or GeneratorExp)
            {
                return around;
            }
        }

        return node;
    }

    /// <summary>The global name, in the module that made the container, which refers to it; null for none.</summary>
    public ModuleName? OriginOf(HeapObject container)
    {
        var module = _isAlone ? null : evaluator.ImportedWith(container.Site.Node);
        var frame = module?.Frame ?? evaluator.ModuleFrame;
        foreach (var symbol in frame.Scope.Symbols)
        {
            if (ReferenceEquals(frame.Storage.Get(SlotKey.Local(symbol.Index)).Reference, container))
            {
                return new ModuleName(module?.Source?.Identity ?? string.Empty, symbol.Name);
            }
        }

        return null;
    }

    /// <summary>The nodes that stand in the text that is analysed.</summary>
    public IEnumerable<SyntaxNode> Own(IEnumerable<SyntaxNode> nodes) => _isAlone ? nodes : nodes.Where(IsOwn);

    public bool IsOwn(SyntaxNode node) => _isAlone || evaluator.ImportedWith(node) is null;

    /// <summary>The innermost call of a chain that stands in the text that is analysed.</summary>
    private SyntaxNode? LastCall(int context)
    {
        var chain = evaluator.ChainOf(context);
        for (var i = chain.Length - 1; i >= 0; i--)
        {
            if (chain[i] is Call && evaluator.ImportedWith(chain[i]) is null)
            {
                return chain[i];
            }
        }

        return null;
    }

    /// <summary>Other modules that may look after a container: the one that made it, and those of the parents of the class whose object holds it.</summary>
    public ImmutableArray<SourceModule> KeepersOf(HeapObject container)
    {
        if (_isAlone)
        {
            return [];
        }

        var keepers = new HashSet<SourceModule>();
        Add(container.Site.Node);
        foreach (var holder in owners.HoldersOf(container))
        {
            var type = holder.Payload as ClassValue ?? (holder.Payload as HeapObject)?.Payload as ClassValue;
            foreach (var ancestor in type?.Ancestors ?? [])
            {
                if (ancestor.Payload is ClassValue parent)
                {
                    Add(parent.Definition);
                }
            }
        }

        return [.. keepers];

        void Add(SyntaxNode place)
        {
            if (evaluator.ImportedWith(place)?.Source is { } module)
            {
                keepers.Add(module);
            }
        }
    }
}
