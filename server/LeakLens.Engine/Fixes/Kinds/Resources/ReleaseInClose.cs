using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Lifetimes;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>The method by which an object is let go of lets go of what the object keeps, too.</summary>
internal sealed class ReleaseInClose : FixProvider
{
    private static readonly string[] Preferred = ["close", "aclose", "shutdown", "cancel", "terminate", "quit", "release", "join"];

    public override string Kind => "release-in-close";

    public override ImmutableArray<string> Rules => ["LL405", "LL406", "LL407", "LL408"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var use = context.Rules.Resources.FirstOrDefault(use => use.Call.Span == context.Finding.Span && use.Fate is ResourceFate.Field);
        if (use is { Place: Attribute field } && context.Code.ClassOfSelf(field) is { } type && FieldRelease.CloserOf(type) is { } closer)
        {
            return Release(context, use, field, closer);
        }

        return context.Finding.Rule.Id is "LL405" && context.Node<Call>() is { Function: Attribute method } call && LifetimeData.Instance.Registrations.TryGetValue(method.Name, out var removal) ? Unregister(context, call, method, removal) : [];
    }

    private static IEnumerable<Fix> Release(FixContext context, ResourceUse use, Attribute field, FunctionDef closer)
    {
        var method = Preferred.FirstOrDefault(use.Resource.Release.Contains);
        if (SelfOf(closer) is not { } self || (method is null && use.Resource.What is not "descriptor") || method is "aclose")
        {
            return [];
        }

        var writer = context.Write();
        var release = method is not null ? $"{self}.{field.Name}.{method}()" : $"{writer.Import("os", "close", use.Call)}({self}.{field.Name})";
        return Add(context, writer, closer, release);
    }

    /// <summary>The bus or source has to be at hand: an attribute of the object, or what one is made of.</summary>
    private static IEnumerable<Fix> Unregister(FixContext context, Call call, Attribute method, string removal)
    {
        var callback = call.Arguments.OfType<Attribute>().FirstOrDefault(argument => context.Code.ClassOfSelf(argument) is not null);
        if (callback is null || context.Code.ClassOfSelf(callback) is not { } type || FieldRelease.CloserOf(type) is not { } closer || SelfOf(closer) is not { } self || context.Code.FunctionAround(call) is not FunctionDef function)
        {
            return [];
        }

        var writer = context.Write();
        var receiver = method.Value switch
        {
            Attribute attribute when context.Code.ClassOfSelf(attribute) is not null => $"{self}.{attribute.Name}",
            Name name when function.Body.OfType<Assign>().FirstOrDefault(assign => assign is { Targets: [Attribute], Value: Name value } && string.Equals(value.Id, name.Id, StringComparison.Ordinal)) is { Targets: [Attribute kept] } => $"{self}.{kept.Name}",
            _ => null,
        };
        if (receiver is null && method.Value is Name { Id: var source } && context.Code.StatementAround(call) is { } statement && context.Rules.Uses.AttributesNamed(source).Count == 0)
        {
            writer.InsertBefore(statement, $"{self}.{source} = {source}");
            receiver = $"{self}.{source}";
        }

        return receiver is null ? [] : Add(context, writer, closer, $"{receiver}.{removal}({self}.{callback.Name})");
    }

    private static IEnumerable<Fix> Add(FixContext context, Writing.SourceWriter writer, FunctionDef closer, string line)
    {
        if (closer.Body is not [.., var last])
        {
            return [];
        }

        _ = last is Pass ? writer.Replace(last, line) : CodeBlocks.Leaves(last) ? writer.InsertBefore(last, line) : writer.InsertAfter(last, line);
        _ = context;
        return writer.Done($"Call {line[..line.IndexOf('(', StringComparison.Ordinal)]}() in {closer.Name}()", Applicability.Unsafe, $"{closer.Name}() does more than before");
    }

    private static string? SelfOf(FunctionDef method) => method.Parameters.PositionalOnly.AddRange(method.Parameters.Positional) is [var self, ..] ? self.Name : null;
}
