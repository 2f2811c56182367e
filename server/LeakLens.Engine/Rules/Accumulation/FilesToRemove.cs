using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>
/// A collection of the names of files that the program removes when it ends: <c>for name in temporary: os.remove(name)</c>. The names are the smallest
/// part of what stays until then.
/// </summary>
internal static class FilesToRemove
{
    public static bool Is(RuleContext context, Expression holder)
    {
        foreach (var use in context.UsesOf(holder))
        {
            if (TargetOver(context, use) is { } target && context.Code.Calls.Any(call => IsRemovalOf(context, call, target)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a loop over the collection, or over a copy of it, calls each of its entries.</summary>
    private static Name? TargetOver(RuleContext context, Expression use)
    {
        var iterated = context.Code.ParentOf(use) is Call { Arguments: [var copied] } copy && ReferenceEquals(copied, use) ? copy : use;
        return context.Code.ParentOf(iterated) switch
        {
            For loop when ReferenceEquals(loop.Iterable, iterated) => loop.Target as Name,
            Comprehension comprehension when ReferenceEquals(comprehension.Iterable, iterated) => comprehension.Target as Name,
            _ => null,
        };
    }

    private static bool IsRemovalOf(RuleContext context, Call call, Name target) =>
        call.Arguments is [Name removed, ..] && string.Equals(removed.Id, target.Id, StringComparison.Ordinal)
        && context.Names.Resolve(call.Function)?.Text is "os.remove" or "os.unlink" or "os.rmdir" or "shutil.rmtree"
        && context.Uses.OwnerOf(removed) is { } owner && ReferenceEquals(owner, context.Uses.OwnerOf(target));
}
