using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>One growth and what the tree says about the places where it happens. Rules ask it questions.</summary>
internal sealed class GrowthCase
{
    /// <summary>With the room that a list keeps for more.</summary>
    private const long BytesOfReference = 10;

    private readonly Lazy<SyntaxNode?> _function;
    private readonly Lazy<SyntaxNode?> _origin;
    private readonly Lazy<SyntaxNode[]> _functions;

    public GrowthCase(GrowthFact fact, RuleContext context)
    {
        Fact = fact;
        Context = context;
        _function = new(() => context.Code.FunctionAround(fact.Node), isThreadSafe: false);
        _origin = new(() => context.Code.FunctionAround(fact.Container), isThreadSafe: false);
        _functions = new(() => [.. context.Code.FunctionsAround(fact.Node)], isThreadSafe: false);
    }

    public GrowthFact Fact { get; }

    public RuleContext Context { get; }

    /// <summary>The function whose code grows the container; null for the module's own.</summary>
    public SyntaxNode? Function => _function.Value;

    /// <summary>The function whose code made the container; null for the module's own, or a class body's.</summary>
    public SyntaxNode? Origin => _origin.Value;

    /// <summary>The container is made by a function around the one that grows it: the inner one reaches it as a closed-over name.</summary>
    public bool IsClosedOver => Origin is { } origin && !ReferenceEquals(origin, Function) && _functions.Value.Contains(origin);

    /// <summary>What holds it outlives the code that grows it.</summary>
    public bool IsPersistent => Fact.Owner.Lifetime is not (Lifetime.Function or Lifetime.Caller);

    /// <summary>Something lets go of contents at times.</summary>
    public bool IsReleased => Fact.Releases.High > 0;

    /// <summary>More with every call or without end, and nothing that says how much in all.</summary>
    public bool IsOpenEnded => Fact.IsPerCall || Fact.Retained.IsUnbounded;

    /// <summary>It holds no more than a number of items that was given when it was made.</summary>
    public bool IsCapped => Fact is { ContainerKind: ObjectKind.Deque, Container: Call made } && (made.Arguments.Length > 1 || made.Keywords.Any(static keyword => keyword.Name is "maxlen"));

    /// <summary>What has keys or members may get the same ones again; what has places gets longer each time.</summary>
    public bool IsKeyed => Fact.ContainerKind is not (ObjectKind.List or ObjectKind.Deque or ObjectKind.ByteArray);

    /// <summary>Growth makes nothing but a reference to what is there anyway: eight bytes of a list.</summary>
    public bool IsReferencesOnly => Fact.ContainerKind is ObjectKind.List && (Fact.Content.IsNothingNew || Fact.BytesPerTime is >= 0 and <= BytesOfReference);

    /// <summary>Calls from the world never stop; other loops that a program runs for ever say so themselves.</summary>
    public bool IsEndless => Fact.Retained.IsUnbounded && !Fact.IsPerCall && (Fact.Loop is While || Fact.IsEndless);

    /// <summary>How often it grows, when that is known.</summary>
    public long? Trips => Fact.Times.HasFiniteHigh ? Fact.Times.High : null;
}
