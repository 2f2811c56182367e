using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// One container that a loop grows: where, how often, by how much, who holds it. The product of the evaluation; rules ask
/// nothing else of it.
/// </summary>
/// <param name="Node">The statement or call that grows the container.</param>
/// <param name="Container">The expression that made the container.</param>
/// <param name="Loop">The outermost loop of the program that the container outlives; null when only calls repeat the growth.</param>
/// <param name="IsPerCall">The world calls this code again and again, and each call grows the container.</param>
/// <param name="BytesPerCall">Bytes that one call leaves behind; null when it is not known or not repeated.</param>
/// <param name="Times">How often the container was grown.</param>
/// <param name="BytesPerTime">What one time leaves behind, in bytes; null when it is not known.</param>
/// <param name="Peak">The most bytes held at one time.</param>
/// <param name="Retained">Bytes still held when the code is done.</param>
/// <param name="Releases">How often contents were let go of.</param>
/// <param name="IsShared">Code that is not seen got hold of the container and may let go of what is in it.</param>
/// <param name="IsCoarse">The numbers were averaged because no pattern was found in time.</param>
/// <param name="Calls">The calls that led to the growth when it was first seen, the outermost first. A definition stands for a call from the world.</param>
/// <param name="IsNeverRead">Nothing in the file makes use of the contents; other files may.</param>
public sealed record GrowthFact(
    SyntaxNode Node,
    SyntaxNode Container,
    ObjectKind ContainerKind,
    SyntaxNode? Loop,
    string Operation,
    Quantity Times,
    long? BytesPerTime,
    Quantity Peak,
    Quantity Retained,
    Quantity Releases,
    Owner Owner,
    bool IsEntryPoint,
    bool IsPerCall,
    long? BytesPerCall,
    bool IsShared,
    bool IsCoarse,
    ImmutableArray<SyntaxNode> Calls,
    bool IsNeverRead)
{
    /// <summary>The container grows inside a function of another module, which <see cref="Node"/> calls.</summary>
    public bool IsInCallee { get; init; }

    /// <summary>The name of the module that made the container before this text ran; null when this text, or a call in it, made it.</summary>
    public string? MadeIn { get; init; }

    /// <summary>The global name that holds the container, in the module that made it; null when it is held otherwise.</summary>
    public ModuleName? Origin { get; init; }

    /// <summary>Other modules that may look after the container: the one that made it, and those of the parents of the class whose object holds it.</summary>
    public ImmutableArray<SourceModule> Keepers { get; init; } = [];

    /// <summary>The name of the attribute that holds the container, or the collections around it; null when none does.</summary>
    public string? Attribute { get; init; }

    /// <summary>What the objects are that it holds now.</summary>
    public GrowthContent Content { get; init; } = GrowthContent.Unknown;

    /// <summary>
    /// The definition of what holds the container, or the collections around it: the class of the instance, the class itself, the function of
    /// which it is an attribute, a default or a closed-over name; null when it is a name of the module, or held by something else.
    /// </summary>
    public SyntaxNode? Holder { get; init; }

    /// <summary>How <see cref="Holder"/> holds it.</summary>
    public Holding Holding { get; init; }

    /// <summary>It is the default of a parameter.</summary>
    public bool IsDefault => Holding == Holding.Default;

    /// <summary>A name or attribute is bound to something larger again and again.</summary>
    public bool IsPlace { get; init; }

    /// <summary>With every growth all that was there before is copied.</summary>
    public bool IsCopied { get; init; }

    /// <summary>No container grows: objects hold on to each other, as the nodes of a linked list.</summary>
    public bool IsChain { get; init; }

    /// <summary>Its loop never ends by itself.</summary>
    public bool IsEndless { get; init; }

    /// <summary>It grew while the program traced its memory with tracemalloc.</summary>
    public bool IsTraced { get; init; }

    /// <summary>The calls that asked how much memory was traced after it had grown.</summary>
    public ImmutableArray<SyntaxNode> Readings { get; init; } = [];

    /// <summary>
    /// The bytes to tell people: as much as may be held, but where contents are let go of in an amount that is not known, no
    /// more than certainly stays.
    /// </summary>
    public Quantity LikelyRetained => Releases.High > 0 && !Retained.IsExact ? new Quantity(Retained.Low, Retained.Low) : Retained;
}
