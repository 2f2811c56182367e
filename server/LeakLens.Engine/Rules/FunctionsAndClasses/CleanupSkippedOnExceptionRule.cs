using System.Collections.Frozen;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL209: what a function begins it ends, but not when an exception or an early return takes another way.</summary>
internal sealed class CleanupSkippedOnExceptionRule : Rule
{
    public override string Id => "LL209";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        OfManagers(context, rule).Concat(OfPairs(context, rule)).Concat(OfAsyncGenerators(context, rule));

    private static IEnumerable<Finding> OfManagers(RuleContext context, RuleDescriptor rule)
    {
        var check = new ManagerCheck(context);
        foreach (var function in context.Code.Functions)
        {
            if (!function.Decorators.IsEmpty && check.Find(function) is var (release, yielding))
            {
                yield return Report(rule, LevelOf(context, function, release), release, $"{TextOf(release.Function)}() is skipped when the with block raises: {function.Name}() does it after the yield, in no finally",
                    "Put the yield into a try, and the cleanup into its finally", new RelatedPlace(yielding.Span, "an exception of the with block is raised here"));
            }
        }
    }

    /// <summary>What is emptied although the function made it, and it goes with the function, is of little weight.</summary>
    private static FindingLevel LevelOf(RuleContext context, FunctionDef function, Call release) =>
        IsOfScript(context, function) || IsOfApplication(context, function) || release.Function is Attribute method && ((CleanupData.BuiltIn.Empties.Contains(method.Name) && IsMadeHere(context, function, method.Value)) || CleanupData.BuiltIn.Bookkeeping.Contains(method.Name) || (Makers.Of(context, method.Value) is { } maker && (CleanupData.BuiltIn.InMemory.Contains(maker) || (context.Rules.TrustsPaths && CleanupData.BuiltIn.Profilers.Contains(maker)))))
            ? FindingLevel.Note : FindingLevel.Warning;

    /// <summary>The life of a whole application, which a server enters once: what is not cleaned up goes with the process.</summary>
    private static bool IsOfApplication(RuleContext context, FunctionDef manager) => context.Rules.TrustsPaths && manager.IsAsync
        && (Origins.All(manager.Parameters).Any(parameter => parameter.Annotation is { } kind && context.Names.Resolve(kind)?.Text is { } name && CleanupData.BuiltIn.Applications.Contains(name))
            || context.Code.Calls.Any(call => context.Names.Resolve(call.Function)?.Text is { } application && CleanupData.BuiltIn.Applications.Contains(application) && call.Keywords.Any(keyword => keyword is { Name: "lifespan", Value: Name given } && string.Equals(given.Id, manager.Name, StringComparison.Ordinal))));

    /// <summary>Only a script uses the manager: an exception ends it, and with it what was not cleaned up.</summary>
    private static bool IsOfScript(RuleContext context, FunctionDef manager)
    {
        var calls = context.Code.CallsNamed(manager.Name).Where(call => ReferenceEquals(Definitions.FunctionOf(context, call.Function), manager)).ToArray();
        return calls.Length > 0 && Array.TrueForAll(calls, call => AttendedCode.Is(context, call, withCommands: false));
    }

    private static IEnumerable<Finding> OfPairs(RuleContext context, RuleDescriptor rule)
    {
        var data = CleanupData.BuiltIn;
        var ends = context.Code.Calls.Where(call => IsEnd(call, data) && !IsInHandler(call, context)).ToArray();
        if (ends.Length == 0)
        {
            yield break;
        }

        foreach (var call in context.Code.Calls)
        {
            if (call.Function is Attribute method && EndsOf(method.Name, data) is { } wanted && IsStatement(call, context) && !context.Diagnostics.Starts.Contains(call)
                && ends.Any(end => IsEndOf(end, method.Value, wanted) && ReferenceEquals(context.Code.FunctionAround(end), context.Code.FunctionAround(call)))
                && Judge(context, rule, call, method, wanted) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static bool IsEnd(Call call, CleanupData data) =>
        call.Function is Attribute method && (data.Ends.Contains(method.Name) || data.Empties.Contains(method.Name));

    /// <summary>What only failure ends is meant to go on when all is well.</summary>
    private static bool IsInHandler(Call call, RuleContext context) =>
        context.Code.Around(call).TakeWhile(static around => around is not FunctionDef).Any(static around => around is ExceptHandler);

    private static FrozenSet<string>? EndsOf(string method, CleanupData data) =>
        data.Pairs.TryGetValue(method, out var ends) ? ends : data.Fills.Contains(method) ? data.Empties : null;

    private static bool IsEndOf(Call end, Expression receiver, FrozenSet<string> wanted) =>
        end.Function is Attribute method && wanted.Contains(method.Name) && SameThing.Is(method.Value, receiver);

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Call begin, Attribute method, FrozenSet<string> ends)
    {
        if (context.Code.FunctionAround(begin) is not FunctionDef function || new ManagerCheck(context).IsManager(function) || (CleanupData.BuiltIn.Fills.Contains(method.Name) && IsMadeHere(context, function, method.Value))
            || IsTakenBack(context, function, begin, method.Value, ends) || IsMarked(context, begin))
        {
            return null;
        }

        var answer = context.Follow(begin, new UndoneBy(context, begin, method.Value, ends));
        if (!answer.IsReleased || answer.IsHandedOver || answer.Misses is not [var miss, ..])
        {
            return null;
        }

        if (miss.End is PathEnd.Return && IsEndedElsewhere(context, function, method.Value, ends))
        {
            return null;
        }

        var receiver = TextOf(method.Value);
        var end = ends.First();
        // What starts and stops may be anything: a timer that has run out, a service that is meant to go on.
        var isDeliberate = CleanupData.BuiltIn.Vague.Contains(method.Name);
        return miss switch
        {
            { End: PathEnd.Return or PathEnd.Raise, Node: not Assert } when !isDeliberate && !CleanupData.BuiltIn.Fills.Contains(method.Name) =>
                Report(rule, FindingLevel.Warning, begin, $"{receiver}.{end}() is skipped on the way out of {function.Name}() by this {(miss.End is PathEnd.Return ? "return" : "raise")}",
                    $"Use with {receiver}:, or call {receiver}.{end}() in a finally", new RelatedPlace(miss.Node.Span, "this way leaves without it")),
            { End: PathEnd.Exception } =>
                Report(rule, StaysLocked(context, function, begin, method, ends) ? FindingLevel.Warning : FindingLevel.Note, begin, $"{receiver}.{end}() is skipped when {function.Name}() is left by an exception",
                    $"Put what lies between into a try, and {receiver}.{end}() into its finally", new RelatedPlace(miss.Node.Span, "an exception here skips it")),
            _ => null,
        };
    }

    /// <summary>
    /// A lock that nobody else was told of, and something between that fails in ordinary operation: whoever waits for it then waits for ever. What takes
    /// arguments locks in another sense, or for a time.
    /// </summary>
    private static bool StaysLocked(RuleContext context, FunctionDef function, Call begin, Attribute method, FrozenSet<string> ends) =>
        CleanupData.BuiltIn.Locks.Contains(method.Name) && begin is { Arguments.IsEmpty: true, Keywords.IsEmpty: true }
        && !context.Code.Calls.Any(call => call.Arguments.Any(argument => SameThing.Is(argument, method.Value)) && ReferenceEquals(context.Code.FunctionAround(call), function))
        && context.Follow(begin, new UndoneBy(context, begin, method.Value, ends, isOrdinary: true)).Find(PathEnd.Exception) is not null;

    /// <summary>Another method of the object ends it: this one was left on purpose while it goes on.</summary>
    private static bool IsEndedElsewhere(RuleContext context, FunctionDef function, Expression receiver, FrozenSet<string> wanted) =>
        receiver is Attribute { Value: Name } && context.Code.Calls.Any(call => IsEndOf(call, receiver, wanted) && !ReferenceEquals(context.Code.FunctionAround(call), function));

    /// <summary>The function gave up for a while what its caller holds: it ends it first, and begins it again.</summary>
    private static bool IsTakenBack(RuleContext context, FunctionDef function, Call begin, Expression receiver, FrozenSet<string> wanted)
    {
        var earlier = context.Code.Calls.FirstOrDefault(call => (IsEndOf(call, receiver, wanted) || IsSameBegin(call, begin, receiver)) && ReferenceEquals(context.Code.FunctionAround(call), function));
        return earlier is not null && earlier.Start < begin.Start && IsEndOf(earlier, receiver, wanted);
    }

    private static bool IsSameBegin(Call call, Call begin, Expression receiver) =>
        call.Function is Attribute method && begin.Function is Attribute { Name: var name } && string.Equals(method.Name, name, StringComparison.Ordinal) && SameThing.Is(method.Value, receiver);

    /// <summary>What the function made itself goes with it.</summary>
    private static bool IsMadeHere(RuleContext context, FunctionDef function, Expression receiver) =>
        receiver is Name name && UseFinder.Names(function).Any(use => use.Context is ExpressionContext.Store && SameThing.Is(use, name) && ReferenceEquals(context.Code.FunctionAround(use), function));

    /// <summary><c>if not self.waiting: self.waiting = True; lock.acquire()</c>: the object remembers who holds it, and another call gives it back.</summary>
    private static bool IsMarked(RuleContext context, Call begin) =>
        context.Code.StatementAround(begin) is { } statement && context.Code.ParentOf(statement) is If { Test: var test, Body: var body }
        && body.OfType<Assign>().Any(mark => mark is { Targets: [Attribute flag], Value: Constant } && PathConditions.ValueOf(mark.Value) is true
            && (test is UnaryOp { Operator: UnaryOperator.Not, Operand: var asked } ? asked : test) is var question && SameExpression.Is(question, flag));

    private static bool IsStatement(Call call, RuleContext context) =>
        context.Code.ParentOf(call) is Expr || (context.Code.ParentOf(call) is Await waiting && context.Code.ParentOf(waiting) is Expr);

    /// <summary>Nobody has to run an async generator to its end: its <c>with</c> is then left when the collector finds it, in another task.</summary>
    private static IEnumerable<Finding> OfAsyncGenerators(RuleContext context, RuleDescriptor rule)
    {
        foreach (var yielding in context.Code.Yields)
        {
            if (context.Code.FunctionAround(yielding) is FunctionDef { IsAsync: true, Decorators.IsEmpty: true } function
                && context.Code.Around(yielding).TakeWhile(around => !ReferenceEquals(around, function)).OfType<With>().LastOrDefault(static with => with.IsAsync) is { } with
                && !context.Code.Yields.Any(earlier => earlier.Start < yielding.Start && context.Code.IsInside(earlier, with)))
            {
                yield return Report(rule, FindingLevel.Note, with.Items[0], $"The async with is left late when nobody runs {function.Name}() to its end: a yield stands inside it",
                    "Let callers close the generator with contextlib.aclosing, or open the resource outside it", new RelatedPlace(yielding.Span, "the generator may be dropped here"));
            }
        }
    }

    private static Finding Report(RuleDescriptor rule, FindingLevel level, SyntaxNode node, string message, string advice, RelatedPlace place) =>
        new(rule, level, Confidence: 0.8, node.Span, message, Estimate: null, [place], [], []) { Advice = advice };

    private static string TextOf(Expression expression) => expression switch
    {
        Name name => name.Id,
        Attribute attribute => TextOf(attribute.Value) + "." + attribute.Name,
        _ => "it",
    };
}
