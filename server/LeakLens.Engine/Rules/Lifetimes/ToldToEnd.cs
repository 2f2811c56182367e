using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// <c>Process(target=work, args=(self.jobs,))</c>, and <c>self.jobs.put(None)</c> where the object is let go of: the process has the queue, reads the last
/// message, and ends.
/// </summary>
internal static class ToldToEnd
{
    /// <summary>The method, or one that it calls of its own object, sends something by what the process was given.</summary>
    public static bool By(RuleContext context, FunctionDef closer, ResourceUse process) =>
        Definitions.WithOwnMethods(context, closer).Any(method => context.Code.CallsWithin(method).Any(call => IsMessage(context, call, process)));

    private static bool IsMessage(RuleContext context, Call call, ResourceUse process) =>
        call.Function is Python.Syntax.Attribute { Value: Python.Syntax.Attribute channel } method && LifetimeData.Instance.Set("messages").Contains(method.Name)
        && context.Code.ClassOfSelf(channel) is { } type && IsGiven(context, type, channel.Name, process);

    private static bool IsGiven(RuleContext context, ClassDef type, string channel, ResourceUse process) =>
        context.Uses.AttributesNamed(channel).Any(use => ReferenceEquals(context.Code.ClassOfSelf(use), type)
            && (IsArgument(context, use, process.Call) || IsReadByOwnMethod(context, use, process.Call) || IsOtherNameOfArgument(context, use, process.Call)));

    /// <summary><c>args=(self.jobs,)</c>.</summary>
    private static bool IsArgument(RuleContext context, SyntaxNode use, Call making) =>
        making.Arguments.Any(argument => context.Code.IsInside(use, argument)) || making.Keywords.Any(keyword => context.Code.IsInside(use, keyword));

    /// <summary><c>target=self.work</c>: the process has a copy of the object, in which <c>work()</c> uses the queue.</summary>
    private static bool IsReadByOwnMethod(RuleContext context, SyntaxNode use, Call making) =>
        making.Arguments.Concat(making.Keywords.Select(static keyword => keyword.Value)).OfType<Python.Syntax.Attribute>()
            .Any(target => Definitions.FunctionOf(context, target) is { } work && context.Code.IsInside(use, work));

    /// <summary><c>jobs = Queue()</c>, <c>self.jobs = jobs</c> and <c>args=(jobs,)</c>, in whatever order.</summary>
    private static bool IsOtherNameOfArgument(RuleContext context, SyntaxNode use, Call making) =>
        context.Code.ParentOf(use) is Assign { Value: Name value } && context.Uses.OwnerOf(value) is { } owner
        && ReferenceEquals(context.Code.FunctionAround(use), context.Code.FunctionAround(making))
        && context.Uses.UsesOf(owner).Any(name => IsArgument(context, name, making));
}
