using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Caches;

/// <summary>A cached method's results go with the instance: <c>cached_property</c>, a static method, or a cache that <c>__init__</c> makes.</summary>
internal sealed class CachePerInstance : FixProvider
{
    public override string Kind => "cache-per-instance";

    public override ImmutableArray<string> Rules => ["LL402"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Nodes.OfType<Expression>().FirstOrDefault() is not { } decorator || context.Code.ParentOf(decorator) is not FunctionDef { Decorators: [var only], IsAsync: false } method || !ReferenceEquals(only, decorator)
            || context.Code.ClassOf(method) is not { } type || method.Parameters is not { VarArgs: null, KeywordArgs: null } parameters || parameters.PositionalOnly.AddRange(parameters.Positional) is not [var self, ..] all
            || !context.Rules.Names.TryResolve((decorator as Call)?.Function ?? decorator, out var name))
        {
            return [];
        }

        var usesSelf = context.Tree.GetScopes().GetScope(method).Find(self.Name) is { } symbol && context.Rules.Uses.UsesOf(symbol).Count > 0;
        return !usesSelf && all.Length > 1 ? Static(context, method, all)
            : !name.Text.StartsWith("functools.", StringComparison.Ordinal) ? []
            : all.Length == 1 && parameters.KeywordOnly.IsEmpty ? Property(context, decorator, method)
            : InInit(context, decorator, method, type);
    }

    private static IEnumerable<Fix> Static(FixContext context, FunctionDef method, ImmutableArray<Parameter> all)
    {
        var writer = context.Write().InsertBefore(method, "@staticmethod").Replace(Python.Text.TextSpan.FromBounds(all[0].Start, all[1].Start), string.Empty);
        return writer.Done($"Make {method.Name} a static method: it does not use {all[0].Name}", Applicability.Unsafe, "one cache for all instances, without them");
    }

    /// <summary>Who called it now reads it.</summary>
    private static IEnumerable<Fix> Property(FixContext context, Expression decorator, FunctionDef method)
    {
        var writer = context.Write();
        writer.Replace(decorator, decorator is Attribute attribute ? $"{context.TextOf(attribute.Value)}.cached_property" : decorator is Call { Function: Attribute function } ? $"{context.TextOf(function.Value)}.cached_property" : writer.Import("functools", "cached_property", decorator));
        foreach (var use in context.Rules.Uses.AttributesNamed(method.Name))
        {
            if (context.Code.ParentOf(use) is not Call { Arguments: [], Keywords: [] } call || !ReferenceEquals(call.Function, use))
            {
                return [];
            }

            writer.Replace(Python.Text.TextSpan.FromBounds(use.End, call.End), string.Empty);
        }

        return writer.Done($"Make {method.Name} a cached_property", Applicability.Unsafe, $"callers in other files write {method.Name} without brackets");
    }

    private static IEnumerable<Fix> InInit(FixContext context, Expression decorator, FunctionDef method, ClassDef type)
    {
        var hidden = "_" + method.Name;
        if (Definitions.MethodOf(context.Rules, type, "__init__") is not { } init || init.Parameters.PositionalOnly.AddRange(init.Parameters.Positional) is not [var self, ..] || init.Body.Any(static statement => statement is Return)
            || context.Rules.Uses.AttributesNamed(hidden).Any(use => context.Code.IsInside(use, type)) || Definitions.MethodOf(context.Rules, type, hidden) is not null)
        {
            return [];
        }

        var cache = decorator is Call call && !call.Keywords.Concat<SyntaxNode>(call.Arguments).Any(static argument => argument is Keyword { Value: Constant { LiteralKind: ConstantKind.None } } or Constant { LiteralKind: ConstantKind.None })
            ? context.TextOf(call) : $"{context.TextOf((decorator as Call)?.Function ?? decorator)}(maxsize=1024)";
        var text = context.Tree.Text;
        var header = text.Text.IndexOf(method.Name, decorator.End, StringComparison.Ordinal);
        if (cache.StartsWith("cache(", StringComparison.Ordinal) || cache.Contains(".cache(", StringComparison.Ordinal) || context.Code.FunctionAround(method) is not null || !ReferenceEquals(context.Code.ParentOf(init), type) || header < 0 || init.Body is not [.., var last])
        {
            return [];
        }

        // The line of the decorator goes; the method gets a name of its own.
        var writer = context.Write()
            .Replace(LineOf(context, decorator), string.Empty)
            .Replace(new Python.Text.TextSpan(header, method.Name.Length), hidden)
            .InsertAfter(last, $"{self.Name}.{method.Name} = {cache}({self.Name}.{hidden})");
        return writer.Done($"Give each {type.Name} a cache of its own, made in __init__", Applicability.Unsafe, "instances no longer share results");
    }

    /// <summary>The line of a decorator; up to the comment behind it, if there is one.</summary>
    private static Python.Text.TextSpan LineOf(FixContext context, Expression decorator)
    {
        var lines = context.Tree.Text.Lines;
        var line = lines.GetLine(decorator.Start);
        var comments = context.Tree.GetComments(Python.Text.TextSpan.FromBounds(decorator.End, lines.GetEnd(line)));
        return comments.IsEmpty
            ? Python.Text.TextSpan.FromBounds(lines.GetStart(line), lines.GetStart(line + 1))
            : Python.Text.TextSpan.FromBounds(context.Tree.Text.Text.LastIndexOf('@', decorator.Start), comments[0].Start);
    }
}
